using System.IO.Compression;
using Sluice.Packages.Formats.Ruby.Marshalling;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>The lists of gems that <c>gem list --remote</c>, <c>search</c> and older clients read: of what is kept. What is outside has no end, and is found by the compact index.</summary>
internal sealed class SpecLists(KnownGems known, GemIndex index, DocumentCache cache)
{
    private const string Releases = "specs.4.8.gz";
    private const string Latest = "latest_specs.4.8.gz";
    private const string Prereleases = "prerelease_specs.4.8.gz";

    /// <summary>Their names.</summary>
    public static bool Has(string name) => name is Releases or Latest or Prereleases;

    public async Task<ApiResponse> AnswerAsync(FormatRequest request, string name, CancellationToken cancellationToken)
    {
        var gems = await known.FindAsync(request.Repository, cancellationToken);
        var document = await cache.GetAsync(request.Address + name, [], gems.Stamp, async () => MadeDocument.Of(Packed(SpecMarshal.Names(await FilesAsync(gems, name, cancellationToken))), FormatAnswers.Bytes));
        return FormatAnswers.Of(200, document.Type, document.Plain, KeyValuePair.Create("ETag", document.ETag));
    }

    private async Task<IReadOnlyList<GemFile>> FilesAsync(AllGems gems, string list, CancellationToken cancellationToken)
    {
        var files = new List<GemFile>();
        foreach (var name in gems.Kept.Keys)
        {
            var kept = (await index.KeptAsync(gems.Id(name), cancellationToken)).Select(line => (line.File, Number: GemNumber.Read(line.File.Version)!));
            var wanted = kept.Where(gem => gem.Number.IsPrerelease == (list == Prereleases));
            files.AddRange((list == Latest ? wanted.GroupBy(gem => gem.File.Platform).Select(same => same.MaxBy(gem => gem.Number)).OrderBy(gem => gem.Number) : wanted).Select(gem => gem.File));
        }

        return files;
    }

    private static byte[] Packed(byte[] list)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(list);
        }

        return packed.ToArray();
    }
}
