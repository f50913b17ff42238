using Sluice.Packages.Formats.Ruby.Marshalling;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Ruby.Reading;

/// <summary>Tells older bundlers what gems need: those that are asked for, in all their versions.</summary>
internal sealed class GemDependencies(GemIndex index)
{
    private const int Most = 200;

    /// <exception cref="ApiException">Too many are asked for.</exception>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        var names = (request.Http.Parameter("gems") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        if (names.Count > Most)
        {
            throw PackageErrors.Invalid($"gems: {Most} names at most are expected, not {names.Count}.");
        }

        var gems = new List<(GemFile, IReadOnlyList<(string, string)>)>();
        foreach (var name in names.Where(GemName.IsValid))
        {
            var lines = await index.LinesAsync(new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, name), cancellationToken);
            gems.AddRange(lines.Select(line => (line.File, (IReadOnlyList<(string, string)>)[.. line.Dependencies.Select(need => (need.Name, need.Requirement.ToString()))])));
        }

        return FormatAnswers.Of(200, FormatAnswers.Bytes, SpecMarshal.Dependencies(gems));
    }
}
