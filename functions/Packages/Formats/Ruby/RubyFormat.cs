using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Publishing;
using Sluice.Packages.Formats.Ruby.Reading;
using Sluice.Packages.Model;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.Ruby;

/// <summary>A registry as gem and bundler speak to it: the compact index, and what came before it.</summary>
internal sealed class RubyFormat(GemIndex index, VersionsFile versions, SpecLists lists, QuickSpecs specs, GemDependencies dependencies, GemFiles files, PushGem push, YankGem yank) : IPackageFormat
{
    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.ruby;

    /// <inheritdoc/>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken) => (request.Http.Method, request.Segments.Where(part => part.Length > 0).ToArray()) switch
    {
        ("POST", ["api", "v1", "gems"]) => await push.RunAsync(request, cancellationToken),
        ("DELETE", ["api", "v1", "gems", "yank"]) => await yank.RunAsync(request, cancellationToken),
        (_, ["versions"]) when request.Reads => IndexAnswer.Of(request.Http, await versions.GetAsync(request, cancellationToken)),
        (_, ["names"]) when request.Reads => IndexAnswer.Of(request.Http, await versions.NamesAsync(request, cancellationToken)),
        (_, ["info", var name]) when request.Reads => IndexAnswer.Of(request.Http, await InfoAsync(request, name, cancellationToken)),
        (_, [var list]) when request.Reads && SpecLists.Has(list) => await lists.AnswerAsync(request, list, cancellationToken),
        (_, ["quick", "Marshal.4.8", var file]) when request.Reads && file.EndsWith(QuickSpecs.End, StringComparison.Ordinal) => await specs.AnswerAsync(request, file[..^QuickSpecs.End.Length], cancellationToken),
        (_, ["gems", var file]) when request.Reads && file.EndsWith(GemFile.End, StringComparison.Ordinal) => await files.AnswerAsync(request, file[..^GemFile.End.Length], cancellationToken),
        (_, ["api", "v1", "dependencies"]) when request.Reads => await dependencies.AnswerAsync(request, cancellationToken),
        _ => throw new ApiException(PackageErrors.NotFoundCode, $"Ruby's registry has nothing at {request.Http.Method} {request.Address}{request.Path}."),
    };

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) => FormatAnswers.Text(status, message + "\n");

    private async Task<MadeDocument> InfoAsync(FormatRequest request, string name, CancellationToken cancellationToken)
    {
        var id = new PackageId(request.Repository.Domain, request.Repository.Name, PackageFormat.ruby, null, name);
        return (GemName.IsValid(name) ? await index.InfoAsync(request, id, cancellationToken) : null) ?? throw new ApiException(PackageErrors.NotFoundCode, "There is no such gem.");
    }
}
