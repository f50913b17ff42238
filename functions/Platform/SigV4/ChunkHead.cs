using System.Globalization;

namespace Sluice.Platform.SigV4;

/// <summary>The line before a chunk: <c>10000;chunk-signature=ad80c730…</c>.</summary>
/// <param name="Length">How many bytes the chunk has; none in the last one.</param>
/// <param name="Signature">Null if the chunk is not signed.</param>
internal sealed record ChunkHead(long Length, string? Signature)
{
    private const string SignatureName = "chunk-signature=";
    private const int MostDigits = 15;

    /// <summary>Null if the line is none.</summary>
    public static ChunkHead? Parse(string line)
    {
        var semicolon = line.IndexOf(';', StringComparison.Ordinal);
        var (digits, extension) = semicolon < 0 ? (line, null) : (line[..semicolon], line[(semicolon + 1)..]);
        return digits.Length is > 0 and <= MostDigits && long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var length)
            && (extension is null || extension.StartsWith(SignatureName, StringComparison.Ordinal))
            ? new ChunkHead(length, extension?[SignatureName.Length..])
            : null;
    }
}
