namespace Sluice.Packages.Model;

/// <summary>Digests of a content, in lower-case hexadecimal digits.</summary>
public sealed record ContentHashes(string Md5, string Sha1, string Sha256, string Sha512)
{
    /// <summary>As the API names them.</summary>
    public IReadOnlyDictionary<string, string> ByName() => new Dictionary<string, string> { ["MD5"] = Md5, ["SHA-1"] = Sha1, ["SHA-256"] = Sha256, ["SHA-512"] = Sha512 };
}
