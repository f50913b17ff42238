namespace Sluice.BuildRunner.Caches;

/// <summary>The content of one large file, or of several small ones that are beside each other.</summary>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
internal sealed record CachePack(string Sha256, long Size)
{
    public bool IsSound() => Size >= 0 && Sha256 is { Length: 64 } && Sha256.All(char.IsAsciiHexDigitLower);
}
