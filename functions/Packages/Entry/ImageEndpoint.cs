using Microsoft.Extensions.Logging;
using Sluice.Packages.Images;
using Sluice.Packages.Images.Model;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Access;
using Sluice.Platform.Access.Tokens;

namespace Sluice.Packages.Entry;

/// <summary>The registry of container images, which clients look for at the root of a host: <c>/v2/DOMAIN/REPOSITORY/IMAGE</c>.</summary>
public sealed class ImageEndpoint
{
    private const string Root = "/v2/";
    private const string Reads = "codeartifact:ReadFromRepository";
    private static readonly KeyValuePair<string, string> Version = new("Docker-Distribution-Api-Version", "registry/2.0");
    private static readonly KeyValuePair<string, string> Challenge = new("WWW-Authenticate", "Basic realm=\"codeartifact\"");
    private readonly ImageRegistry _registry;
    private readonly RepositoryStore _repositories;
    private readonly PackageTokens _tokens;
    private readonly Redirects _redirects;
    private readonly ILogger<ImageEndpoint> _logger;

    internal ImageEndpoint(ImageRegistry registry, RepositoryStore repositories, PackageTokens tokens, Redirects redirects, ILogger<ImageEndpoint> logger) =>
        (_registry, _repositories, _tokens, _redirects, _logger) = (registry, repositories, tokens, redirects, logger);

    /// <summary>Whether a path is one of the registry.</summary>
    public static bool Takes(string path) => path == Root.TrimEnd('/') || path.StartsWith(Root, StringComparison.Ordinal);

    /// <summary>Answers a request for which <see cref="Takes"/> holds. Only a cancelled one throws.</summary>
    public async Task<ApiResponse> AnswerAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var answer = await TriedAsync(request, cancellationToken);
        return answer with { Headers = [.. answer.Headers, Version] };
    }

    private async Task<ApiResponse> TriedAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await AllowedAsync(request, cancellationToken);
        }
        catch (TokenRefusedException e)
        {
            return ImageAnswers.Refused(401, ImageErrors.UnauthorizedCode, e.Message, headers: Challenge);
        }
        catch (ImageRefusal e)
        {
            _logger.LogInformation("{Method} {Path} is refused: {Code}: {Message}", request.Method, request.Path, e.Code, e.Message);
            return ImageAnswers.Refused(e.Status, e.Code, e.Message, e.Detail, e.Headers);
        }
        catch (ApiException e)
        {
            _logger.LogInformation("{Method} {Path} is refused: {Code}: {Message}", request.Method, request.Path, e.Code, e.Message);
            var (status, code) = Meaning(e.Code);
            return ImageAnswers.Refused(status, code, e.Message);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _logger.LogError(e, "{Method} {Path} failed", request.Method, request.Path);
            return ImageAnswers.Refused(500, "UNKNOWN", "The request failed by a fault of the service. Its log has the cause.");
        }
    }

    private async Task<ApiResponse> AllowedAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var rest = request.Path.Length > Root.Length ? request.Path[Root.Length..] : "";
        var path = ImagePath.Read(rest);
        var (caller, _) = await _tokens.CallerAsync(request.Header("Authorization"), path?.Name?.Home.Domain, cancellationToken);
        if (rest.Length == 0)
        {
            return ImageAnswers.Document(new System.Text.Json.Nodes.JsonObject());
        }

        if (!Roles.Allow(caller.Role, Reads))
        {
            throw PackageErrors.Denied($"{Reads} is not allowed: the role {caller.Role} of the key that asked for the token does not allow it");
        }

        if (path is null)
        {
            throw new ImageRefusal(404, ImageErrors.UnsupportedCode, $"There is nothing here. Images are at {Root}DOMAIN/REPOSITORY/IMAGE/.");
        }

        await HomeAsync(path.Name, cancellationToken);
        var answer = await _registry.AnswerAsync(request, path, caller, cancellationToken);

        // Of a manifest clients want the headers, too.
        return path.Part is ImagePart.Blob ? await _redirects.OfAsync(request, answer) : answer;
    }

    private async Task HomeAsync(ImageName? name, CancellationToken cancellationToken)
    {
        if (name is not null)
        {
            await _repositories.GetAsync(name.Home, cancellationToken);
        }
    }

    private static (int Status, string Code) Meaning(string code) => code switch
    {
        PackageErrors.NotFoundCode => (404, ImageErrors.NameUnknownCode),
        PackageErrors.ConflictCode => (409, ImageErrors.DeniedCode),
        CommonErrors.AccessDenied => (403, ImageErrors.DeniedCode),
        _ => (400, ImageErrors.UnsupportedCode),
    };
}
