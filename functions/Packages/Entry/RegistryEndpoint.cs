using Microsoft.Extensions.Logging;
using Sluice.Packages.Formats;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Packages.Rules;
using Sluice.Packages.Tokens;

namespace Sluice.Packages.Entry;

/// <summary>The registries of all repositories: lets in who brings a token, and tells refusals as each format's clients show them.</summary>
public sealed class RegistryEndpoint
{
    private const string Reads = "codeartifact:ReadFromRepository";
    private readonly IReadOnlyDictionary<PackageFormat, IPackageFormat> _formats;
    private readonly RegistryAddress _address;
    private readonly PackageTokens _tokens;
    private readonly RepositoryStore _repositories;
    private readonly PinnedTime _pinned;
    private readonly ILogger<RegistryEndpoint> _logger;

    internal RegistryEndpoint(IEnumerable<IPackageFormat> formats, RegistryAddress address, PackageTokens tokens, RepositoryStore repositories, PinnedTime pinned, ILogger<RegistryEndpoint> logger) =>
        (_formats, _address, _tokens, _repositories, _pinned, _logger) = (formats.ToDictionary(format => format.Format), address, tokens, repositories, pinned, logger);

    /// <summary>Answers a request for which <see cref="RegistryAddress.Takes"/> holds. Only a cancelled one throws.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        if (RegistryAddress.Read(request.Path) is not var (repository, format, path) || !_formats.TryGetValue(format, out var registry))
        {
            return FormatAnswers.Text(404, "There is no such registry: /artifacts/DOMAIN/FORMAT/REPOSITORY/ is expected.\n");
        }

        try
        {
            var (caller, asOf) = await _tokens.CallerAsync(request.Header("Authorization"), repository.Domain, cancellationToken);
            var asked = new FormatRequest(request, repository, path, _address.Of(EndpointOf(request), repository, format), caller);
            asked.Demand(Reads);
            _pinned.Pin(asOf);
            await _repositories.GetAsync(repository, cancellationToken);
            return await registry.AnswerAsync(asked, cancellationToken);
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
