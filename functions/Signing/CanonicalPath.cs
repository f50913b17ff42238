namespace Sluice.Signing;

/// <summary>Paths in the one form that is signed. Every service but S3 signs them without empty, <c>.</c> and <c>..</c> segments, and what is encoded encoded once more.</summary>
public static class CanonicalPath
{
    /// <param name="path">As it is sent, percent-encoded.</param>
    public static string Write(string path)
    {
        if (path is "" or "/")
        {
            return "/";
        }

        var kept = new List<string>();
        foreach (var segment in path.Split('/'))
        {
            Take(kept, segment);
        }

        var end = path.EndsWith('/') && kept.Count > 0 ? "/" : "";
        return UriEncoding.Encode($"/{string.Join('/', kept)}{end}", keepSlash: true);
    }

    /// <summary>The path as S3 signs it, where <c>a//b</c> and <c>a/../b</c> are keys like others.</summary>
    /// <param name="path">As it is sent, percent-encoded, perhaps more or less than it must.</param>
    public static string Keep(string path) => path.Length == 0 ? "/" : UriEncoding.Encode(Uri.UnescapeDataString(path), keepSlash: true);

    private static void Take(List<string> kept, string segment)
    {
        if (segment == ".." && kept.Count > 0)
        {
            kept.RemoveAt(kept.Count - 1);
        }
        else if (segment is not ("" or "." or ".."))
        {
            kept.Add(segment);
        }
    }
}
