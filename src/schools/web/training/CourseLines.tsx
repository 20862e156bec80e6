import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Course, Courses } from '#schools/rules/training/training.ts';
import { api, Button, Nothing, refused, toast } from '#ui/ui.ts';
import { askCourses, useTrainingWords } from './asking.ts';

interface CourseLinesProps {
  courses: readonly Course[];
  may: boolean;
  onRename: (course: Course) => void;
}

/** The courses that are given: how many parts, and which week opens the doors. */
export function CourseLines({ courses, may, onRename }: CourseLinesProps) {
  const words = useTrainingWords();
  const removal = useRemoval();
  return (
    <section>
      <h2>{words.courses}</h2>
      {courses.length === 0 && <Nothing title={words.none_courses} hint={words.none_courses_hint} />}
      {courses.length > 0 && (
        <ul className="lines">
          {courses.map(course => (
            <li key={course.id}>
              <span className="line-text">
                <span className="name">{course.name}</span>
                <br />
                <span className="quiet t-13">
                  {words.course_parts(
                    course.parts.length,
                    new Set(course.parts.map(({ week }) => week)).size,
                  )}
                  {' · '}
                  {words.course_first(course.first_week)}
                </span>
              </span>
              {may && (
                <span className="deeds">
                  <Button look="bare" small onClick={() => onRename(course)}>
                    {words.rename} <span className="sr">{course.name}</span>
                  </Button>
                  <Button look="bare" small onClick={() => removal.mutate(course)}>
                    {words.remove} <span className="sr">{course.name}</span>
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function useRemoval() {
  const words = useTrainingWords();
  const client = useQueryClient();
  const put = ({ id }: Course, removed: boolean) =>
    api
      .patch<Courses>(`/api/courses/${id}`, { removed })
      .then(after => client.setQueryData(askCourses().queryKey, after));
  return useMutation({
    mutationFn: (course: Course) => put(course, true),
    onSuccess: (_, course) =>
      toast({
        text: words.removed(course.name),
        action: { label: words.undo, run: () => void put(course, false).catch(refused) },
      }),
    onError: refused,
  });
}
