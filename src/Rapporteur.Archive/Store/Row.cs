using System.Data.Common;

namespace Rapporteur.Archive.Store;

/// <summary>A row that a query gives; columns count from 0.</summary>
/// <remarks>
/// Engines differ in the types of what is computed: a sum, a constant or a comparison is a number here whatever it is there.
/// </remarks>
internal readonly struct Row(DbDataReader reader)
{
    public bool IsDBNull(int column) => reader.IsDBNull(column);

    public long GetInt64(int column)
    {
        var type = reader.GetFieldType(column);
        return type == typeof(int) ? reader.GetInt32(column)
            : type == typeof(decimal) ? (long)reader.GetDecimal(column)
            : type == typeof(bool) ? reader.GetBoolean(column) ? 1 : 0
            : reader.GetInt64(column);
    }

    /// <exception cref="OverflowException">The number has more than 32 bits.</exception>
    public int GetInt32(int column) => checked((int)GetInt64(column));

    public double GetDouble(int column) => reader.GetFieldType(column) == typeof(decimal) ? (double)reader.GetDecimal(column) : reader.GetDouble(column);

    public string GetString(int column) => reader.GetString(column);

    /// <summary>The text, or null where there is none.</summary>
    public string? Text(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    /// <summary>The number, or null where there is none.</summary>
    public long? Number(int column) => reader.IsDBNull(column) ? null : GetInt64(column);

    public byte[] Bytes(int column) => reader.GetFieldValue<byte[]>(column);
}
