"""Words that are no names: groups that stand in lists of people, and surnames that are words too.

Given names are left out on purpose: "Claire", "Rose" or "Mark" alone mostly mean somebody. Words
are folded, without accents and in lower case, but for those of `AFTER_PEOPLE`.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What a list of people may hold that is nobody in particular: "Groupe 2", "Table ronde".
GROUPS = _words("""
    groupe groupes sous table tables tablee equipe equipes atelier ateliers collectif association
    associations mairie commune communes ville villes departement region agglomeration communaute
    metropole prefecture ministere agence syndicat federation reseau reseaux ecole college lycee
    universite mediatheque bibliotheque habitants habitantes participants participantes benevoles
    animateurs animatrices elus elues agents agentes jeunes eleves etudiants public salle assemblee
    plusieurs tous toutes divers autre autres anonyme anonymes
    group groups team teams workshop council town city county district school library association
    residents participants volunteers facilitators members everybody everyone audience several
    others anonymous
""")

# Surnames that are common words in French or in English.
SURNAMES = _words("""
    petit petite grand grande gros bon bonne beau sage gentil fort forte leger long longue court
    haut bas vieux jeune riche pauvre heureux vrai franc doux dur vif blanc blanche noir noire brun
    roux gris vert rouge bleu jaune maire marchand boulanger berger meunier charpentier fournier
    tonnelier couturier tisserand forgeron potier cordier facteur chasseur pecheur jardinier
    vigneron laboureur chevalier ecuyer page prevot sergent soldat capitaine maitre clerc eveque
    abbe moine pape roi prince duc comte baron bourgeois voisin cousin parent neveu ami compagnon
    moulin moulins fontaine fontaines riviere rivieres ruisseau source lac mer port pont ponts gue
    bois foret buisson chene charme frene hetre aulne pommier poirier prunier cerisier noyer olivier
    vigne jardin jardins verger champ champs pre prairie plaine vallee mont montagne colline coteau
    roche rocher caillou sable terre marais etang fosse mare village bourg hameau place rue chemin
    voie route porte mur tour maison chateau chapelle eglise hopital grange ferme four marche
    marches foire salle table loup renard cerf lievre merle pinson corbeau coq poulain agneau mouton
    bouc chat poisson papillon hiver printemps ete automne janvier fevrier mars mai juin juillet
    aout lundi mardi mercredi jeudi vendredi samedi dimanche midi matin jour soleil lune etoile
    neige vent orage bataille guerre paix joie bonheur bonnet chapeau manteau gant collet marteau
    lance fleche couronne livre plume encre papier masse monnaie denier sel poivre lait pain vin
    cidre farine ble orge avoine
    young old green brown white black grey gray red king queen bishop knight baker cook butcher
    miller taylor mason carpenter fisher gardener shepherd farmer potter turner walker hunter hill
    hills wood woods stone stones field fields rivers bridge brook ford lake marsh moor church park
    house hall castle mill mills lane street east west north south long short small little strong
    good day days night winter spring snow frost rain fox wolf lamb bird swan rice pepper salt bell
    book page price cash penny bank banks brooks waters wells
""")

# Before a capital word, what says that it is a thing or a place: "le Moulin", "rue Petit".
BEFORE_THINGS = _words("""
    le la les l un une des du au aux ce cet cette ces mon ton son ma ta sa mes tes ses notre votre
    leur nos vos leurs chaque quel quelle rue place avenue boulevard quartier impasse chemin route
    pont lycee college ecole salle hameau saint sainte the a an this that these those my your his
    her its our their street road square
""")

# After a capital word, the verbs that somebody's name goes before.
AFTER_PEOPLE = _words("""
    a avait dit explique propose rappelle demande répond pense souligne ajoute raconte présente
    insiste estime précise remarque intervient veut voudrait souhaite trouve confirme anime
    has had says said explains explained asks asked adds added thinks replies suggests recalls wants
""")
