"""What has been translated of the kit into Spanish so far: its opening, its worksheet."""

SPANISH = {
    "Agir ici": "Actuar aquí",
    "Un kit pour qui veut relier le numérique et l'écologie là où il vit : regarder ce qui "
    "existe, réunir du monde, faire durer ce que l'on a. Il se lit dans l'ordre ou par "
    "morceaux.": "Un kit para quien quiere unir lo digital y la ecología allí donde vive: mirar "
    "lo que hay, reunir a la gente, hacer durar lo que se tiene. Se lee en orden o a trozos.",
    "Kit « Agir ici », réseau Deux rives, deuxième édition.": "Kit «Actuar aquí», red Deux "
    "rives, segunda edición.",
    "Regarder, réunir, faire durer : un kit pour commencer près de chez soi": "Mirar, reunir, "
    "hacer durar: un kit para empezar cerca de casa",
    "Ce kit est né d'une gêne. Dans nos communes, les gens qui s'occupent d'informatique et ceux "
    "qui s'occupent d'eau, de haies ou de déchets travaillent souvent dans le même couloir, et ne "
    "se parlent qu'en cas de panne.": "Este kit nació de una incomodidad. En nuestros municipios, "
    "quienes se ocupan de la informática y quienes se ocupan del agua, de los setos o de los "
    "residuos trabajan a menudo en el mismo pasillo, y solo se hablan cuando algo se avería.",
    "Vous y trouverez <b>deux parties</b>. La première aide à regarder : compter ce qui est déjà "
    "là, demander à qui cela sert. La deuxième aide à faire : réunir des personnes qui ne se "
    "connaissent pas, puis réparer, prêter et réemployer. Une fiche se photocopie, une annexe se "
    "recopie.": "Aquí encontrará <b>dos partes</b>. La primera ayuda a mirar: contar lo que ya "
    "está, preguntar a quién sirve. La segunda ayuda a hacer: reunir a personas que no se "
    "conocen, y después reparar, prestar y reutilizar. Una ficha se fotocopia, un anexo se copia "
    "a mano.",
    "Chaque chapitre se lit debout, entre deux rendez-vous. Il s'appuie sur des récits qui "
    "portent un lieu et une date, y compris quand cela n'a pas marché.": "Cada capítulo se lee de "
    "pie, entre dos citas. Se apoya en relatos con un lugar y una fecha, también cuando la cosa "
    "no funcionó.",
    "deuxième édition": "segunda edición",
    "Aide-mémoire du kit, en couleur": "Recordatorio del kit, en color",
    "Aide-mémoire du kit, en noir et blanc": "Recordatorio del kit, en blanco y negro",
    "Avant de commencer": "Antes de empezar",
    "À qui ce kit s'adresse, ce qu'il ne fait pas, et comment s'en servir à deux sans attendre "
    "d'être dix.": "A quién se dirige este kit, lo que no hace, y cómo usarlo entre dos sin "
    "esperar a ser diez.",
    "Vous êtes secrétaire de mairie, bénévole d'une association, enseignante, technicien d'un "
    "syndicat d'eau, ou rien de tout cela : vous avez un peu de temps et l'envie que les choses se "
    "tiennent. Ce kit est pour vous. Il ne demande ni diplôme, ni logiciel particulier, ni budget "
    "de départ.": "Trabaja usted en el ayuntamiento, colabora con una asociación, enseña, cuida "
    "de una red de agua, o nada de eso: tiene un poco de tiempo y ganas de que las cosas se "
    "sostengan. Este kit es para usted. No pide título, ni programa especial, ni presupuesto de "
    "partida.",
    "Il ne vous dira pas quel outil acheter. Il ne promet pas non plus que le numérique sauvera "
    "la rivière. Il part d'une idée modeste : <b>on décide mieux quand on a regardé ensemble</b>, "
    "et l'on regarde mieux avec des personnes qui ne voient pas la même chose que soi.": "No le "
    "dirá qué herramienta comprar. Tampoco promete que lo digital salvará el río. Parte de una "
    "idea modesta: <b>se decide mejor cuando se ha mirado juntos</b>, y se mira mejor con "
    "personas que no ven lo mismo que uno.",
    "Par où entrer": "Por dónde entrar",
    'Vous devez acheter du matériel cette année : lisez <a id="a1">Compter ce qui est déjà '
    "là</a>.": 'Tiene que comprar equipos este año: lea <a id="a1">Contar lo que ya está</a>.',
    'On vous demande de mettre un service en ligne : lisez <a id="a1">Demander à qui cela '
    "sert</a>.": 'Le piden que ponga un servicio en línea: lea <a id="a1">Preguntar a quién '
    "sirve</a>.",
    "Vous voulez réunir du monde et vous ne savez pas comment : prenez <a "
    'id="a1">la fiche de réunion</a> et partez de là.': "Quiere reunir a la gente y no sabe cómo: "
    'tome <a id="a1">la ficha de reunión</a> y parta de ahí.',
    'Vous avez déjà essayé et cela n\'a pas tenu : commencez par <a id="a1">un récit '
    "d'échec</a>, vous y trouverez de la compagnie.": "Ya lo ha intentado y no duró: empiece por "
    '<a id="a1">el relato de un fracaso</a>, ahí encontrará compañía.',
    "À deux, c'est assez": "Con dos basta",
    "Tous les essais racontés ici ont commencé à deux ou trois. Une personne qui connaît le lieu, "
    "une personne qui aime compter, et une date dans l'agenda : le reste vient ensuite, ou ne "
    "vient pas, et vous le saurez vite.": "Todos los intentos que aquí se cuentan empezaron entre "
    "dos o tres. Una persona que conoce el lugar, una persona a la que le gusta contar, y una "
    "fecha en la agenda: lo demás viene después, o no viene, y lo sabrá pronto.",
    "Ne commencez pas par chercher une subvention. Un premier essai sans argent vous apprend ce "
    "qu'il faudra vraiment demander.": "No empiece por buscar una subvención. Un primer intento "
    "sin dinero le enseña lo que de verdad habrá que pedir.",
    "Regarder autour de soi": "Mirar alrededor",
    "Deux chapitres pour savoir ce qui existe et à qui cela sert, avant de décider quoi que ce "
    "soit.": "Dos capítulos para saber qué hay y a quién sirve, antes de decidir nada.",
    "On regarde mal ce que l'on voit tous les jours. L'armoire du couloir est pleine "
    "d'ordinateurs que personne n'ouvre ; le panneau d'affichage donne une adresse de site qui ne "
    "répond plus ; la station météo du toit envoie ses chiffres à quelqu'un qui est parti.": "Se "
    "mira mal lo que se ve todos los días. El armario del pasillo está lleno de ordenadores que "
    "nadie abre; el tablón de anuncios da la dirección de un sitio que ya no responde; la "
    "estación meteorológica del tejado envía sus cifras a alguien que se fue.",
    "Cette partie propose deux gestes simples. Le premier : <b>compter</b>. Le second : "
    "<b>demander</b>. Ils se font en une semaine, dans cet ordre, avec les personnes du lieu. "
    "Vous n'y apprendrez rien d'extraordinaire. Vous y gagnerez une liste que tout le monde "
    "reconnaît comme vraie, ce qui est plus rare que l'on ne croit.": "Esta parte propone dos "
    "gestos sencillos. El primero: <b>contar</b>. El segundo: <b>preguntar</b>. Se hacen en una "
    "semana, en este orden, con las personas del lugar. No aprenderá nada extraordinario. Ganará "
    "una lista que todo el mundo reconoce como cierta, lo cual es más raro de lo que se cree.",
    "Faites-le avant toute réunion où quelque chose doit se décider. Une heure passée devant une "
    "liste partagée évite trois heures de « il me semble que ».": "Hágalo antes de cualquier "
    "reunión en la que haya que decidir algo. Una hora ante una lista compartida ahorra tres "
    "horas de «a mí me parece que».",
    "Faire ensemble": "Hacer juntos",
    "Fiche : préparer une première réunion": "Ficha: preparar una primera reunión",
    "Une page à photocopier : huit noms, un lieu, une heure et demie, et la date "
    "suivante.": "Una página para fotocopiar: ocho nombres, un lugar, hora y media, y la fecha "
    "siguiente.",
    "La fiche à photocopier": "La ficha para fotocopiar (en francés)",
    "Cette fiche se remplit au crayon, en vingt minutes, trois semaines avant la réunion. Elle "
    "tient sur une page parce qu'on la scotche sur le frigo.": "Esta ficha se rellena a lápiz, en "
    "veinte minutos, tres semanas antes de la reunión. Cabe en una página porque se pega en la "
    "nevera.",
    "Avant": "Antes",
    "Écrivez huit noms, et en face de chacun <b>une raison</b> qui ne vaut que pour cette "
    "personne.": "Escriba ocho nombres, y junto a cada uno <b>una razón</b> que solo valga para "
    "esa persona.",
    "Choisissez un lieu où l'on peut faire du bruit et salir la table.": "Elija un lugar donde se "
    "pueda hacer ruido y ensuciar la mesa.",
    "Téléphonez. Ne laissez pas de message : rappelez.": "Llame por teléfono. No deje mensaje: "
    "vuelva a llamar.",
    "Demandez à une personne d'apporter un objet qui ne marche plus.": "Pida a una persona que "
    "traiga un objeto que ya no funcione.",
    "Pendant": "Durante",
    "Dix minutes : chacun dit son prénom et la dernière chose qu'il a réparée, ou jetée.": "Diez "
    "minutos: cada cual dice su nombre y lo último que reparó, o tiró.",
    "Quarante minutes autour des objets, debout, par deux ou trois.": "Cuarenta minutos alrededor "
    "de los objetos, de pie, de dos en dos o de tres en tres.",
    "Vingt minutes : qu'est-ce qu'on fait d'ici trois semaines, et <b>qui ouvre la porte</b> ?": (
        "Veinte minutos: ¿qué hacemos de aquí a tres semanas, y <b>quién abre la puerta</b>?"
    ),
    "Dix minutes pour ranger, toutes et tous.": "Diez minutos para recoger, entre todos.",
}
