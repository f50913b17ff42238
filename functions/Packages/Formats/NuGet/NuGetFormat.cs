using Sluice.Packages.Formats.NuGet.Names;
using Sluice.Packages.Formats.NuGet.Publishing;
using Sluice.Packages.Formats.NuGet.Reading;
using Sluice.Packages.Formats.NuGet.Searching;
using Sluice.Packages.Formats.NuGet.Wire;
using Sluice.Packages.Publishing;
using Sluice.Packages.Records;

namespace Sluice.Packages.Formats.NuGet;

/// <summary>NuGet's registry, of its third protocol.</summary>
internal sealed class NuGetFormat : IPackageFormat
{
    private readonly FlatContainer _flat;
    private readonly Registrations _registrations;
    private readonly PackageSearch _search;
    private readonly PushPackage _push;
    private readonly ListVersion _list;

    internal NuGetFormat(FlatContainer flat, Registrations registrations, PackageSearch search, PushPackage push, ListVersion list) => (_flat, _registrations, _search, _push, _list) = (flat, registrations, search, push, list);

    /// <inheritdoc/>
    public PackageFormat Format => PackageFormat.nuget;

    /// <inheritdoc/>
    public async Task<ApiResponse> AnswerAsync(FormatRequest request, CancellationToken cancellationToken)
    {
        string[] parts = [.. request.Segments.Where(part => part.Length > 0)];
        var answer = (request.Reads, parts) switch
        {
            (true, ["v3", "index.json"]) => NuGetAnswers.Json(ServiceIndex.Of(new NuGetAddresses(request.Address))),
            (true, ["v3", NuGetAddresses.Flat, .. var rest]) => await _flat.AnswerAsync(request, rest, cancellationToken),
            (true, ["v3", NuGetAddresses.Registration or NuGetAddresses.NewRegistration, var id, var file]) => await _registrations.AnswerAsync(request, parts[1], id, file, cancellationToken),
            (true, ["v3", NuGetAddresses.Search]) => NuGetAnswers.Json(await _search.SearchAsync(request, cancellationToken)),
            (true, ["v3", NuGetAddresses.Autocomplete]) => NuGetAnswers.Json(request.Http.Parameter("id") is { Length: > 0 } id ? await _registrations.CompleteAsync(request, id, cancellationToken) : await _search.CompleteAsync(request, cancellationToken)),
            (false, ["v3", NuGetAddresses.Package or NuGetAddresses.Symbols, ..]) => await WriteAsync(request, parts, cancellationToken),
            _ => null,
        };
        return answer ?? NuGetAnswers.Refused(404, "There is nothing at this address.");
    }

    /// <inheritdoc/>
    public ApiResponse Refuse(int status, string message) => NuGetAnswers.Refused(status, message);

    private async Task<ApiResponse?> WriteAsync(FormatRequest request, string[] parts, CancellationToken cancellationToken)
    {
        switch (request.Http.Method, parts)
        {
            case ("PUT", [_, NuGetAddresses.Package]):
                await _push.PackageAsync(request, cancellationToken);
                return NuGetAnswers.Done(201);
            case ("PUT", [_, NuGetAddresses.Symbols]):
                await _push.SymbolsAsync(request, cancellationToken);
                return NuGetAnswers.Done(201);
            case ("DELETE", [_, NuGetAddresses.Package, var id, var version]):
                await ListAsync(request, id, version, listed: false, cancellationToken);
                return NuGetAnswers.Done(204);
            case ("POST", [_, NuGetAddresses.Package, var id, var version]):
                await ListAsync(request, id, version, listed: true, cancellationToken);
                return NuGetAnswers.Done(200);
            default:
                return null;
        }
    }

    private Task ListAsync(FormatRequest request, string id, string version, bool listed, CancellationToken cancellationToken)
    {
        request.Demand(FormatRequest.ChangesStatus);
        return PackageName.Key(id) is { } name && PackageNumber.Key(version) is { } number
            ? _list.RunAsync(KnownPackages.Id(request.Repository, name), number, listed, cancellationToken)
            : throw PackageErrors.Invalid($"'{id}' '{version}' is no id and version of a package.");
    }
}
