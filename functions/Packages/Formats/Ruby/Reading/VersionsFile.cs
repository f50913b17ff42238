using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Sluice.Packages.Formats.Ruby.Outside;
using Sluice.Packages.Model;
using Sluice.Packages.Upstreams;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>
/// The list of all versions of all gems, with the MD5 of each gem's own file. Gems of which something is kept come first: to the lists of registries outside something is added at the end every few minutes, and whoever asks for the rest of
/// what is known gets that.
/// </summary>
internal sealed class VersionsFile(KnownGems known, GemIndex index, RubyOutside outside)
{
    private const string Type = "text/plain; charset=utf-8";
    private const string Head = "created_at: 1970-01-01T00:00:00Z\n---\n";

    /// <summary>The last one: it may be as large as that of all gems of the world, for which the cache has no room.</summary>
    private (string Name, string Stamp, MadeDocument Document)? _last;

    /// <exception cref="UpstreamException">A registry outside does not answer, and nothing is kept.</exception>
    public async Task<MadeDocument> GetAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var (repositories, names, stamp) = await known.FindAsync(request.Repository, cancellationToken);
        var (documents, fault) = await outside.VersionsAsync(repositories, cancellationToken);
        if (fault is not null && names.Count == 0 && documents.Count == 0)
        {
            throw fault;
        }

        var whole = string.Join(' ', documents.Select(document => document.Sha256).Prepend(stamp));
        if (_last is { } last && last.Name == request.Address && last.Stamp == whole)
        {
            return last.Document;
        }

        var made = MadeDocument.Of(await MakeAsync(request, names, documents, cancellationToken), Type);
        _last = (request.Address, whole, made);
        return made;
    }

    /// <summary>The names in it.</summary>
    public async Task<MadeDocument> NamesAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(VersionLines.NamesOf((await GetAsync(request, cancellationToken)).Plain), StringComparer.Ordinal);
        return MadeDocument.Of(Encoding.UTF8.GetBytes(GemIndex.Begin + string.Concat(names.Select(name => name + "\n"))), Type);
    }

    private async Task<byte[]> MakeAsync(FormatRequest request, IReadOnlyList<string> names, IReadOnlyList<UpstreamDocument> documents, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        bytes.Write(Encoding.UTF8.GetBytes(Head));
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, name);
            if (documents.Count > 0 && await index.IsAsOutsideAsync(id, cancellationToken))
            {
                continue;
            }

            told.Add(name);
            bytes.Write(await LineAsync(id, cancellationToken));
        }

        foreach (var document in documents)
        {
            VersionLines.Copy(document.Content, bytes, told);
        }

        return bytes.ToArray();
    }

    /// <summary>Nothing if all of the gem is hidden.</summary>
    [SuppressMessage("Security", "CA5351", Justification = "Bundler asks for it; nothing is kept safe by it.")]
    private async Task<byte[]> LineAsync(PackageId id, CancellationToken cancellationToken)
    {
        try
        {
            var lines = await index.LinesAsync(id, cancellationToken);
            var file = Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(GemIndex.Text(lines))));
            return lines.Count == 0 ? [] : Encoding.UTF8.GetBytes($"{id.Name} {string.Join(',', lines.Select(line => line.File.Number))} {file}\n");
        }
        catch (UpstreamException)
        {
            return [];
        }
    }
}
