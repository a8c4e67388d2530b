namespace Rapporteur.Cli.Formats;

/// <summary>Tells which line of a text a position is in; asked in rising order it reads the text once.</summary>
internal sealed class LineNumbers(string text)
{
    private int _position;
    private int _line = 1;

    /// <summary>The line, counted from 1, of the character at <paramref name="position"/>, in UTF-16 units.</summary>
    public int At(int position)
    {
        if (position < _position) (_position, _line) = (0, 1);
        _line += text.AsSpan(_position, position - _position).Count('\n');
        _position = position;
        return _line;
    }
}
