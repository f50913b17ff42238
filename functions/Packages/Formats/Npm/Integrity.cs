using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Npm;

/// <summary>Subresource integrity, as npm writes it: digests in base64, each with its algorithm before it.</summary>
internal static class Integrity
{
    public static string Of(ContentHashes hashes) => $"sha512-{Convert.ToBase64String(Convert.FromHexString(hashes.Sha512))}";

    /// <summary>What is wrong with a content of these digests; null if the strongest that is known here is the content's.</summary>
    public static string? Fault(string integrity, ContentHashes hashes)
    {
        var given = integrity.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('?')[0].Split('-', 2)).Where(one => one.Length == 2).ToLookup(one => one[0], one => one[1]);
        foreach (var (algorithm, own) in new[] { ("sha512", hashes.Sha512), ("sha256", hashes.Sha256), ("sha1", hashes.Sha1) })
        {
            if (given[algorithm].Any())
            {
                var text = Convert.ToBase64String(Convert.FromHexString(own));
                return given[algorithm].Contains(text) ? null : $"its integrity is {algorithm}-{text}, not {integrity}";
            }
        }

        return null;
    }
}
