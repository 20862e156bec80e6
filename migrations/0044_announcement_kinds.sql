-- A known problem is a notice (0039), where its schools can say that they have it too; what was announced of one stays as news.
update announcements set kind = 'news' where kind = 'known_problem';
