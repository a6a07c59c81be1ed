/**
 * Names of ATT&CK 18.1 that are ordinary words, parts of an operating system, or too short to be told
 * from an abbreviation. They count only beside a word that says what they are: "Royal ransomware".
 */
export const ORDINARY_NAMES: ReadonlySet<string> = new Set(
  [
    // Words
    'action rat, anchor, apostle, avenger, axiom, bazar, bumblebee, cannon, carbon, chaos, chimera',
    'cleaver, clop, confucius, conti, covenant, crimson, crutch, cuba, cutting edge, darkmoon, denis',
    'disco, donut, dragonfly, elise, embargo, emissary, empire, epic, equation, explosive, ferocious',
    'flame, frankenstein, gazer, havoc, helminth, hildegard, honeybee, inception, kevin, leviathan',
    'lucifer, lurid, machete, mango, matryoshka, maze, meteor, milan, mori, mosquito, mythic, nebulae',
    'ninja, octopus, pandora, patchwork, penquin, peppy, play, pony, prestige, proton, raindrop',
    'reaver, responder, rising sun, rover, royal, ruler, samurai, sardonic, sharpshooter, shark',
    'sidewinder, silence, sliver, solar, spark, spica, strider, thrip, unknown logger, whitefly',
    'windshift, wiper, cherry picker, power loader, line dancer, line runner, skeleton key, hdoor',
    'playcrypt, proxysvc, elmer, calisto, keydnap, umbreon, kessel, rocke, briba, attor, callme',
    // Parts of operating systems
    'at, arp, cmd, expand, ftp, net, netsh, netstat, nbtstat, ping, reg, route, schtasks, systeminfo',
    'tasklist, ipconfig, forfiles, wevtutil, certutil, bitsadmin, esentutl, dsquery, nltest',
  ]
    .join(', ')
    .split(', '),
)

/** Shorter names need company too. */
export const SHORTEST_NAME = 5
