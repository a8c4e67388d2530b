using System.Buffers.Binary;
using Rapporteur.Learning;

namespace Rapporteur.Syntax;

/// <summary>
/// Lemmas by edit scripts: how many characters to take off the end and what to put there, learned for whole words and for
/// endings under each tag; the longest known ending decides (Chrupala 2006, "Simple data-driven context-sensitive lemmatization").
/// </summary>
/// <remarks>
/// The table in a model file: the number of entries, then their keys in ascending order (a hash of tags and ending), then one
/// byte pair a key naming a script, then the scripts, each ended by 0: the letter 'c' (keep case) or 'l' (make lower case), the
/// number of characters taken off as a letter from 'a', the characters put there.
/// </remarks>
internal sealed class Lemmatizer
{
    /// <summary>The longest lemma, in UTF-16 units.</summary>
    public const int Longest = 64;

    /// <summary>What a script may add at most.</summary>
    public const int Room = 16;

    /// <summary>The longest ending that the table knows short of whole words.</summary>
    public const int LongestEnding = 6;

    private readonly uint[] _keys;
    private readonly ushort[] _values;
    private readonly string[] _scripts;

    public Lemmatizer(ReadOnlySpan<byte> table)
    {
        var count = BinaryPrimitives.ReadInt32LittleEndian(table);
        table = table[4..];
        _keys = new uint[count];
        _values = new ushort[count];
        for (var i = 0; i < count; i++)
        {
            _keys[i] = BinaryPrimitives.ReadUInt32LittleEndian(table[(i * 4)..]);
            _values[i] = BinaryPrimitives.ReadUInt16LittleEndian(table[(count * 4 + i * 2)..]);
        }

        _scripts = System.Text.Encoding.UTF8.GetString(table[(count * 6)..]).Split('\0');
    }

    /// <summary>The lemma of <paramref name="form"/>, in <paramref name="buffer"/> or the form itself.</summary>
    public ReadOnlySpan<char> Lemma(ReadOnlySpan<char> form, UniversalTag universal, PennTag penn, Span<char> buffer)
    {
        if (form.Length > buffer.Length - Room || form.Length > Longest - Room) return form;
        Span<char> lower = stackalloc char[Longest];
        lower = lower[..form.Length];
        Lower(form, lower);
        var script = Script(lower, universal, penn);
        if (script < 0) return form;
        return Apply(_scripts[script], form, lower, buffer);
    }

    private int Script(ReadOnlySpan<char> lower, UniversalTag universal, PennTag penn)
    {
        var found = Array.BinarySearch(_keys, WholeKey(lower, universal, penn));
        for (var length = Math.Min(lower.Length, LongestEnding); found < 0 && length >= 0; length--)
            found = Array.BinarySearch(_keys, EndingKey(lower, length, universal, penn));
        return found < 0 ? -1 : _values[found];
    }

    /// <summary>The key of a whole word.</summary>
    public static uint WholeKey(ReadOnlySpan<char> lower, UniversalTag universal, PennTag penn) =>
        Hashing.Mix(Hashing.Of(lower), (uint)universal << 8 | (uint)penn, 77);

    /// <summary>The key of an ending of so many characters.</summary>
    public static uint EndingKey(ReadOnlySpan<char> lower, int length, UniversalTag universal, PennTag penn) =>
        Hashing.Mix(Hashing.Of(lower[^length..]), (uint)universal << 8 | (uint)penn, (uint)length);

    /// <summary>Lower case, and the typewriter's apostrophe.</summary>
    public static void Lower(ReadOnlySpan<char> form, Span<char> lower)
    {
        for (var i = 0; i < form.Length; i++) lower[i] = form[i] == '’' ? '\'' : char.ToLowerInvariant(form[i]);
    }

    /// <summary>The form as the script changes it.</summary>
    public static ReadOnlySpan<char> Apply(string script, ReadOnlySpan<char> form, scoped ReadOnlySpan<char> lower, Span<char> buffer)
    {
        var kept = Math.Max(0, form.Length - (script[1] - 'a'));
        (script[0] == 'c' ? form : lower)[..kept].CopyTo(buffer);
        script.AsSpan(2).CopyTo(buffer[kept..]);
        return buffer[..(kept + script.Length - 2)];
    }
}
