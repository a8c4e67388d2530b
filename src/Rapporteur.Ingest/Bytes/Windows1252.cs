using System.Text;

namespace Rapporteur.Ingest.Bytes;

/// <summary>Windows-1252 as browsers read it: every byte is a character, the five that have none are controls.</summary>
internal static class Windows1252
{
    private static readonly Dictionary<char, byte> Bytes;

    static Windows1252()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding = Encoding.GetEncoding(1252);
        Bytes = [];
        for (var b = 0x80; b <= 0xFF; b++)
        {
            Bytes[Encoding.GetString([(byte)b])[0]] = (byte)b;
            Bytes.TryAdd((char)b, (byte)b);
        }
    }

    /// <summary>The encoding.</summary>
    public static Encoding Encoding { get; }

    /// <summary>The byte from 0x80 up that stands for <paramref name="c"/>.</summary>
    public static bool TryGetByte(char c, out byte b) => Bytes.TryGetValue(c, out b);
}

/// <summary>Reads a byte that is no UTF-8 as Windows-1252.</summary>
internal sealed class StrayByteFallback : DecoderFallback
{
    public override int MaxCharCount => 4;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private string _text = "";
        private int _next;

        public override int Remaining => _text.Length - _next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            _text = Windows1252.Encoding.GetString(bytesUnknown);
            _next = 0;
            return true;
        }

        public override char GetNextChar() => _next < _text.Length ? _text[_next++] : '\0';

        public override bool MovePrevious()
        {
            if (_next == 0) return false;
            _next--;
            return true;
        }

        public override void Reset() => _next = _text.Length;
    }
}
