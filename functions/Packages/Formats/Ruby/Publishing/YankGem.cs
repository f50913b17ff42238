using System.Text;
using Sluice.Packages.Formats.Ruby.Index;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Model;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Ruby.Publishing;

/// <summary>Hides a gem: the index has it no more, and who has its address gets it. A version of which all gems are hidden is.</summary>
internal sealed class YankGem(ChangeVersion change)
{
    /// <summary>Safe to repeat.</summary>
    /// <exception cref="ApiException">There is no such gem.</exception>
    public async Task<ApiResponse> RunAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.ChangesStatus);
        var body = Encoding.UTF8.GetString((await request.Http.WithBodyAsync(cancellationToken)).Body.Span);
        var form = body.Length > 0 ? request.Http with { Query = body } : request.Http;
        string? Field(string name) => form.Parameter(name) is { Length: > 0 } text ? text : null;
        if (Field("gem_name") is not { } name || !GemName.IsValid(name) || Field("version") is not { } version || GemNumber.Read(version) is null)
        {
            throw PackageErrors.Invalid("gem_name and version are expected, as gem yank sends them.");
        }

        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, name);
        var file = new GemFile(name, version, Field("platform") ?? GemPlatform.Ruby);
        await change.RunAsync(id, version, before => Yanked(before, file) ?? throw new ApiException(PackageErrors.NotFoundCode, $"There is no gem '{file.FullName}' in {id.Home}."), cancellationToken);
        return FormatAnswers.Text(200, $"Successfully deleted gem: {name} ({file.Number})");
    }

    /// <summary>Null if there is none to be yanked.</summary>
    public static StoredVersion? Yanked(StoredVersion version, GemFile file)
    {
        if (!version.IsServed || version.Asset(file.FileName) is not { } asset)
        {
            return null;
        }

        if (!version.IsListed || GemFacts.IsYanked(asset))
        {
            return version;
        }

        return version.Assets.All(other => other == asset || GemFacts.IsYanked(other))
            ? version with { Status = PackageVersionStatus.Unlisted, Assets = [.. version.Assets.Select(other => GemFacts.Marked(other, yanked: false))] }
            : version with { Assets = [.. version.Assets.Select(other => other == asset ? GemFacts.Marked(other, yanked: true) : other)] };
    }
}
