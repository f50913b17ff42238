using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sluice.BuildContract.Progress;
using Sluice.BuildRunner.Packages;
using Sluice.Platform.Json;

namespace Sluice.BuildRunner.Telling;

/// <summary>The service that keeps packages, by a token that the service of builds gives.</summary>
internal sealed class HttpPackageService(ServiceCalls builds, HttpClient http, Uri packages, string id, string secret) : IPackageService
{
    public Uri Endpoint => packages;

    public async Task<string> TokenAsync(string domain, DateTimeOffset? asOf, CancellationToken cancellationToken) =>
        (await builds.CallAsync<PackageTokenRequest, PackageTokenAnswer>(PackageTokenRequest.Target, new PackageTokenRequest(id, secret, domain, asOf?.ToUnixTimeSeconds()), cancellationToken))?.AuthorizationToken
        ?? throw new HttpRequestException("No token was given.");

    public async Task<PackageAccess?> OpenAsync(PackageChoice choice, CancellationToken cancellationToken)
    {
        var token = await TokenAsync(choice.Domain, choice.AsOf, cancellationToken);
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(ServiceCalls.Patience);
        try
        {
            return await AskAsync(choice, token, soon.Token) is { } told ? new PackageAccess(choice.Domain, choice.Repository, packages, token, told.Outside) : null;
        }
        catch (Exception e) when (e is JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException(e.Message, e);
        }
    }

    private async Task<ToldRepository?> AskAsync(PackageChoice choice, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(packages, $"artifacts/{choice.Domain}/builds/{choice.Repository}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ToldRepository>(SluiceJson.Options, cancellationToken);
    }

    private sealed record ToldRepository(IReadOnlyList<string> Outside);
}
