using System.Security.Cryptography;
using System.Text;

namespace Sluice.BuildRunner.Caches;

/// <summary>
/// Groups files to packs: large ones alone, small ones with those beside them, so that fifty thousand files are no fifty thousand objects. Where a pack ends is told by the name of a file, so that a file
/// more or less changes the packs around it and no other.
/// </summary>
internal static class CachePacking
{
    private const long Large = 1 << 20;
    private const long Most = 8 << 20;
    private const int OneOf = 64;

    public static IEnumerable<IReadOnlyList<KeyValuePair<string, FileInfo>>> Packs(IEnumerable<KeyValuePair<string, FileInfo>> files)
    {
        var (pack, size) = (new List<KeyValuePair<string, FileInfo>>(), 0L);
        foreach (var file in files)
        {
            if (file.Value.Length >= Large)
            {
                yield return [file];
                continue;
            }

            pack.Add(file);
            size += file.Value.Length;
            if (size >= Most || EndsPack(file.Key))
            {
                yield return pack;
                (pack, size) = ([], 0);
            }
        }

        if (pack.Count > 0)
        {
            yield return pack;
        }
    }

    private static bool EndsPack(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name))[0] % OneOf == 0;
}
