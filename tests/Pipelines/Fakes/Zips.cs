using System.IO.Compression;
using System.Text;

namespace Sluice.Pipelines.Tests.Fakes;

/// <summary>Zips for tests.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Path, string Content)[] files)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var file = zip.CreateEntry(path).Open();
                file.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return content.ToArray();
    }
}
