/**
 * First and last names that are words of a ticket as well, in English or French, without accents: where they are written as
 * a word, they are one.
 */
export const ordinary: ReadonlySet<string> = new Set(
  `mark marks may will april june august grant bell art bill page field fields day days young long short white brown black
  green gray grey king hall wood park parks north south east west lake rivers stone hart hope grace rose joy faith dawn dean
  guy jack john major price rich rice sharp small smart snow spring summer winter storm street strong sweet swift town
  wells wise word words work case chase chance clay cook cope cross curry drew fair fields fish flowers ford fox frank free
  friend frost gates gold good graves hand hands hardy head high hill holiday house hunt hunter judge key keys lane law little
  lock love low marsh mason mills miller moon more noble page palmer parent parents perfect piper porter post potter power
  powers pride quick read reader reed reeves root sales savage self shell ship singer smith son sterling steel stock swan
  taylor temple terry trust turner wade walker wall walls ward waters way weeks wild winters worth wright max pat sue rob
  robin ray rod sunny sky star van earl duke prince bishop pope abbott archer baker barber butler carter carver chandler
  clerk cooper draper farmer fisher gardener mercer sawyer shepherd skinner spencer tanner thatcher tucker weaver teacher
  see why what who how for whom check say lay let look open close print save date class grade school student first last name
  petit petite grand grande blanc blanche noir noire brun roux roy roi rose marguerite page leger legere bon bonne belle beau
  fort doux jeune vieux premier dernier mars avril mai juin juillet aout dimanche lundi mardi noel pascal clement franc
  france constant juste aime pierre roche bois dubois lac mer fontaine riviere montagne champ champs prairie jardin fleur
  lavigne vigne moulin pont porte lapointe pointe tour tours marche place moyen point cote coté bas haut leclerc marchand
  boucher boulanger tailleur charpentier berger chevalier comte prince abbe moine pape l an le la li lu ma me mi my no nu
  on or pa re se si so su ta te to tu un us va vu we wu yu`
    .split(/\s+/)
    .filter(Boolean),
);
