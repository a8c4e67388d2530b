using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Rapporteur.Desk.Http;

namespace Rapporteur.Desk.Api.Requests;

/// <summary>A page of a list.</summary>
/// <param name="Items">What the page holds.</param>
/// <param name="Next">The cursor of the page after it; null where nothing comes after it.</param>
internal sealed record Page<T>(ImmutableArray<T> Items, string? Next);

/// <summary>How lists are given page by page.</summary>
internal static class Paging
{
    /// <summary>How many items a page holds where nothing else is asked for.</summary>
    public const int Usual = 50;

    /// <summary>How many it holds at most.</summary>
    public const int Most = 500;

    /// <summary>How many items are asked for.</summary>
    /// <exception cref="RequestException">Less than one, or more than are given.</exception>
    public static int Limit(int? limit) => limit switch
    {
        null => Usual,
        >= 1 and <= Most => limit.Value,
        _ => throw RequestException.BadField("limit", $"A page holds 1 to {Most} items."),
    };

    /// <summary>The address of the next page in the header Link (RFC 8288), where there is one.</summary>
    public static void Link(HttpContext context, string? next)
    {
        if (next is null) return;
        var query = context.Request.Query.Where(parameter => parameter.Key != "cursor")
            .SelectMany(parameter => parameter.Value, (parameter, value) => KeyValuePair.Create(parameter.Key, value))
            .Append(KeyValuePair.Create("cursor", (string?)next));
        context.Response.Headers.Link = $"<{QueryHelpers.AddQueryString(context.Request.Path, query)}>; rel=\"next\"";
    }

    /// <summary>A page of a list that knows itself where the page ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="list">The list's name, with everything that it was asked for with.</param>
    /// <param name="items">What the page holds.</param>
    /// <param name="end">Where it ends, as the list has it; null where nothing comes after it.</param>
    public static Page<T> Of<T>(HttpContext context, string list, ImmutableArray<T> items, string? end)
    {
        var next = end is null ? null : Cursor.Write(list, end);
        Link(context, next);
        return new Page<T>(items, next);
    }

    /// <summary>A page of a list that is at hand whole, after the item that the page before ended with.</summary>
    /// <param name="context">The request.</param>
    /// <param name="list">The list's name, with everything that it was asked for with.</param>
    /// <param name="items">The list.</param>
    /// <param name="name">What an item is told by.</param>
    /// <param name="cursor">The cursor; or null.</param>
    /// <param name="limit">How many items are asked for.</param>
    public static Page<T> Of<T>(HttpContext context, string list, IReadOnlyList<T> items, Func<T, string> name, string? cursor, int? limit)
    {
        var (take, start) = (Limit(limit), 0);
        if (Cursor.Read(list, cursor)?.Split(' ', 2) is [var before, var last])
        {
            // Where the last one is gone meanwhile, so many as came up to it.
            var place = items.Index().FirstOrDefault(item => name(item.Item) == last, (Index: -1, Item: default!)).Index;
            start = place >= 0 ? place + 1 : int.Parse(before, CultureInfo.InvariantCulture);
        }

        var page = items.Skip(start).Take(take).ToImmutableArray();
        var end = start + page.Length;
        var next = page.Length > 0 && end < items.Count ? Cursor.Write(list, string.Create(CultureInfo.InvariantCulture, $"{end} {name(page[^1])}")) : null;
        Link(context, next);
        return new Page<T>(page, next);
    }
}
