using Microsoft.Extensions.Logging;
using Sluice.Packages.Formats;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Platform.Access.Tokens;

namespace Sluice.Packages.Entry;

/// <summary>The registries of all repositories: lets in who brings a token, and tells refusals as each format's clients show them.</summary>
public sealed class RegistryEndpoint
{
    private const string Reads = "codeartifact:ReadFromRepository";
    private readonly IReadOnlyDictionary<PackageFormat, IPackageFormat> _formats;
    private readonly RegistryAddress _address;
    private readonly PackageTokens _tokens;
    private readonly RepositoryStore _repositories;
    private readonly BuildRepositories _builds;
    private readonly Redirects _redirects;
    private readonly PinnedTime _pinned;
    private readonly ILogger<RegistryEndpoint> _logger;

    internal RegistryEndpoint(
        IEnumerable<IPackageFormat> formats, RegistryAddress address, PackageTokens tokens, RepositoryStore repositories, BuildRepositories builds, Redirects redirects, PinnedTime pinned, ILogger<RegistryEndpoint> logger) =>
        (_formats, _address, _tokens, _repositories, _builds, _redirects, _pinned, _logger) = (formats.ToDictionary(format => format.Format), address, tokens, repositories, builds, redirects, pinned, logger);

    /// <summary>Answers a request for which <see cref="RegistryAddress.Takes"/> holds. Only a cancelled one throws.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (RegistryAddress.ReadForBuilds(request.Path) is { } asked)
        {
            return await AnswerBuildAsync(request, asked, cancellationToken);
        }

        if (RegistryAddress.Read(request.Path) is not var (repository, format, path) || !_formats.TryGetValue(format, out var registry))
        {
            return FormatAnswers.Text(404, $"There is no such registry: {RegistryAddress.Expected} is expected, where FORMAT is one of {string.Join(", ", _formats.Keys.Order())}. The rest of CodeArtifact is asked for by its API.\n");
        }

        try
        {
            var (caller, asOf) = await _tokens.CallerAsync(request.Header("Authorization"), repository.Domain, cancellationToken);
            var wanted = new FormatRequest(request, repository, path, _address.Of(EndpointOf(request), repository, format), caller);
            wanted.Demand(Reads);
            _pinned.Pin(asOf);
            await _repositories.GetAsync(repository, cancellationToken);
            return await _redirects.OfAsync(request, await registry.AnswerAsync(wanted, cancellationToken));
        }
        catch (TokenRefusedException e)
        {
            var refusal = registry.Refuse(401, e.Message);
            return registry.Challenge is { } challenge ? refusal with { Headers = [.. refusal.Headers, KeyValuePair.Create("WWW-Authenticate", challenge)] } : refusal;
        }
        catch (ApiException e)
        {
            _logger.LogInformation("{Method} {Path} is refused: {Code}: {Message}", request.Method, request.Path, e.Code, e.Message);
            return registry.Refuse(Status(e.Code), e.Message);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogError(e, "{Method} {Path} failed", request.Method, request.Path);
            return registry.Refuse(500, "The request failed by a fault of the service. Its log has the cause.");
        }
    }

    private async Task<ApiResponse> AnswerBuildAsync(ApiRequest request, RepositoryId repository, CancellationToken cancellationToken)
    {
        try
        {
            return await _builds.AnswerAsync(request, repository, cancellationToken);
        }
        catch (TokenRefusedException e)
        {
            return FormatAnswers.Text(401, e.Message);
        }
        catch (ApiException e)
        {
            return FormatAnswers.Text(Status(e.Code), e.Message);
        }
    }

    private static string EndpointOf(ApiRequest request) => $"{request.Header("x-forwarded-proto") ?? "http"}://{request.Header("host")}";

    private static int Status(string code) => code switch
    {
        PackageErrors.NotFoundCode => 404,
        PackageErrors.ConflictCode => 409,
        PackageErrors.QuotaCode => 402,
        PackageErrors.UpstreamCode => 502,
        CommonErrors.AccessDenied => 403,
        _ => 400,
    };
}
