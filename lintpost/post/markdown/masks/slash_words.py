"""Words that are written with a slash between them: and/or, client/server, read-only/read-write, python/ruby."""

_LIST = """
    a above add after all allow always an and any api apps async auto available back backend bad before
    begin below best better big black blue bool both bottom brand bug build but buy by call cause cheap
    check child class clean client close closed cloud code cold command config copy cost create cut daily
    dark data day debug default delete deny desktop dev device disable disabled down download draft drop
    effect either email enable enabled encode decode end error even event every exit export fail failure
    fallback false fast feature file fine first fix flow flows folder free from front frontend full
    function get getter go good green group half hard head header her hers high him his hit hold home
    host hot hour hours how id if import in infrastructure inner input insert inside internal external
    into is isomorphic item job key kind label large last left less light line list load local lock log login logout
    long loop lost low lower main male female manual many map master slave max maybe medium merge message
    min minute mobile mode model module month more morning most mouse move multi name near never new next
    night no node edge non none north not null number odd off offline old on once one online only open
    optional or order out outer output over own pair parent part partial pass path pause pay per plan
    play plus plugin policy post prefix suffix price private pro process prompt public publish pull push
    put query question answer queue quick quiet raw read reader real red remote remove render reply
    request required reset response result resume return review right role rule run sales save schema
    search second secure select self sell send sender receiver serial server session set setter shared
    she he shell short show hide side sign simple single size skip slow small soft source south space
    spec speed stage start state static status step stop store stream string strong style sub success
    supply support sync system table tag target task team template term test text that the their them
    then there these they this threshold time tip title to token tool top total true try turn type undo
    redo unit universal unlock up update upgrade upload upper use user value values vendor version view wait want warm warning
    water weak web week weekly west east what when where which white who why wide width height win wire
    with within without word work worker world write writer wrong yes yesterday you your zero
    amd android angular arm astro aws azure bun chatgpt chrome claude csv css dart deno docker edge elixir
    english firefox gcp gemini git github gitlab go gpt html http https hugo ios japan japanese java
    javascript jekyll json julia kotlin kubernetes linux llama lua mac macos markdown mongodb mysql next nuxt
    npm osaka perl php pnpm podman postgres postgresql python qwen react redis remix ruby rust safari sass
    scala scss sftp ftp sql sqlite ssh staging svelte swift tokyo toml typescript ubuntu vim vite vue webpack
    windows xml yaml yarn
    """
WORDS = frozenset(_LIST.split())
"""Whether a pair in small letters is a repository (vercel/turborepo) cannot be seen; these are none."""
