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
    public async Task<PackageAccess?> OpenAsync(string domain, string repository, CancellationToken cancellationToken)
    {
        var answer = await builds.CallAsync<PackageTokenRequest, PackageTokenAnswer>(PackageTokenRequest.Target, new PackageTokenRequest(id, secret, domain), cancellationToken)
            ?? throw new HttpRequestException("No token was given.");
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        soon.CancelAfter(ServiceCalls.Patience);
        try
        {
            return await AskAsync(domain, repository, answer.AuthorizationToken, soon.Token) is { } told ? new PackageAccess(domain, repository, packages, answer.AuthorizationToken, told.Outside) : null;
        }
        catch (Exception e) when (e is JsonException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new HttpRequestException(e.Message, e);
        }
    }

    private async Task<ToldRepository?> AskAsync(string domain, string repository, string token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(packages, $"artifacts/{domain}/builds/{repository}"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound ? null : await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<ToldRepository>(SluiceJson.Options, cancellationToken);
    }

    private sealed record ToldRepository(IReadOnlyList<string> Outside);
}
