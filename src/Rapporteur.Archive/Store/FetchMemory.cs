using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Archive.Store;

/// <summary>What was fetched from the web, and how servers are asked whether it is still so.</summary>
internal static class FetchMemory
{
    private const int LongestKey = 500;

    public static FetchedAddress? Recall(Database database, string address) =>
        database.Query(
            "SELECT etag, last_modified, stamp FROM fetched WHERE address = $1",
            row => new FetchedAddress(row.Text(0), row.Text(1), row.Text(2)),
            Key(address)) is [var fetched] ? fetched : null;

    public static int Remember(Database database, string address, FetchedAddress fetched) =>
        database.Run(
            """
            INSERT INTO fetched (address, etag, last_modified, stamp) VALUES ($1, $2, $3, $4)
            ON CONFLICT (address) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, stamp = excluded.stamp
            """,
            Key(address), fetched.ETag, fetched.LastModified, fetched.Stamp);

    // An index holds no key of any length; an address that is longer is known by how it begins and by a number of its own.
    private static string Key(string address) =>
        address.Length <= LongestKey ? address : address[..LongestKey] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
}
