/**
 * Names of ATT&CK 18.1 that are ordinary words. They count only beside a word that says what they are: "Royal ransomware".
 */
export const ORDINARY_NAMES: ReadonlySet<string> = new Set(
  [
    'action rat, anchor, apostle, avenger, axiom, bazar, bumblebee, cannon, carbon, chaos, chimera',
    'cleaver, clop, confucius, conti, covenant, crimson, crutch, cuba, cutting edge, darkmoon, denis',
    'disco, donut, dragonfly, elise, embargo, emissary, empire, epic, equation, explosive, ferocious',
    'flame, frankenstein, gazer, havoc, helminth, hildegard, honeybee, httpclient, inception, kevin, leviathan',
    'lucifer, lurid, machete, mango, matryoshka, maze, meteor, milan, mori, mosquito, mythic, nebulae',
    'ninja, octopus, pandora, patchwork, penquin, peppy, play, pony, prestige, proton, raindrop',
    'reaver, responder, rising sun, rover, royal, ruler, samurai, sardonic, sharpshooter, shark',
    'sidewinder, silence, sliver, solar, spark, spica, strider, thrip, unknown logger, whitefly',
    'windshift, wiper, cherry picker, power loader, line dancer, line runner, skeleton key, hdoor',
    'playcrypt, proxysvc, elmer, calisto, keydnap, umbreon, kessel, rocke, briba, attor, callme',
  ]
    .join(', ')
    .split(', '),
)

/**
 * Programs of operating systems that ATT&CK lists as tools. A rule speaks of them all the time
 * without being about them, so that only its tags count.
 */
export const SYSTEM_PROGRAMS: ReadonlySet<string> = new Set(
  [
    'arp, at, attrib, bitsadmin, certutil, cipher.exe, cmd, dsquery, esentutl, expand, forfiles, ftp',
    'ipconfig, nbtstat, net, netsh, netstat, nltest, ping, reg, route, schtasks, systeminfo, tasklist',
    'wevtutil',
  ]
    .join(', ')
    .split(', '),
)

/** Shorter names need company too. */
export const SHORTEST_NAME = 5
