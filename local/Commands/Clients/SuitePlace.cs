using System.Net;
using System.Text;
using Sluice.Local.Host.Credentials;
using Sluice.Local.Host.Data;
using Sluice.Signing.Calls;

namespace Sluice.Local.Commands.Clients;

/// <summary>Where a suite is that is asked, and what calls of it are signed with: a <c>serve</c> that is found by its data folder, or what an option or AWS's own settings say.</summary>
internal sealed class SuitePlace
{
    private static readonly string[] KeyVariables =
        ["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_CREDENTIALS_FULL_URI"];

    private const string Packages = "codeartifact";

    private static readonly AwsJsonService[] Own = [SuiteServices.CodePipeline, AwsJsonService.CodeBuild, SuiteServices.CodeDeploy];

    private readonly HttpClient _http;
    private readonly AwsEnvironment _aws;
    private readonly Uri? _given;
    private readonly bool _isFolders;
    private readonly string _data;
    private readonly IKeySource _keys;

    private SuitePlace(HttpClient http, AwsEnvironment aws, Uri? given, bool isFolders, string data, IKeySource keys) =>
        (_http, _aws, _given, _isFolders, _data, _keys) = (http, aws, given, isFolders, data, keys);

    /// <summary>What to do if nobody answers.</summary>
    public string Advice => _isFolders ? $"Start 'sluice serve --data {_data}', or name a suite that runs with --endpoint." : "Is that where the suite is? --endpoint names another place.";

    /// <summary>Whether all services are at one URL, with what stands in for AWS's.</summary>
    public bool IsOneMachine => _given?.IsLoopback == true;

    /// <summary>The URL of one machine, or what was given.</summary>
    public Uri? Url => _given;

    /// <param name="environment">This process's.</param>
    /// <param name="endpoint">As it was given; null if it was not.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="isDataGiven">Whether that was named.</param>
    /// <param name="http">Calls it.</param>
    /// <exception cref="UsageException">What was given is no URL, or there is no key to sign with.</exception>
    /// <exception cref="RefusedException">No suite is known.</exception>
    public static SuitePlace Of(IReadOnlyDictionary<string, string> environment, string? endpoint, string data, bool isDataGiven, HttpClient http)
    {
        var aws = new AwsEnvironment(AwsProfile.With(environment), http, TimeProvider.System);
        var isFolders = IsFolders(environment, endpoint, isDataGiven);
        var given = endpoint is not null ? Checked("--endpoint", endpoint) : isFolders ? UrlOf(data) : null;
        var isNear = isFolders || given?.IsLoopback == true;
        var isSigned = KeyVariables.Any(name => environment.GetValueOrDefault(name) is { Length: > 0 });
        var keys = (isSigned || !isNear ? aws.Keys() : null) ?? KeysOf(data) ?? aws.Keys()
            ?? throw new UsageException($"There is no key to sign with: neither in AWS's settings (AWS_ACCESS_KEY_ID, AWS_PROFILE) nor in {data}. 'sluice keys issue' makes one.");
        return new SuitePlace(http, aws, given, isFolders, data, keys);
    }

    /// <summary>Whether the suite is meant that runs on the data folder.</summary>
    public static bool IsFolders(IReadOnlyDictionary<string, string> environment, string? endpoint, bool isDataGiven) =>
        endpoint is null && (isDataGiven || Own.Select(service => $"AWS_ENDPOINT_URL_{service.EndpointName}").Append("AWS_ENDPOINT_URL").All(name => environment.GetValueOrDefault(name) is not { Length: > 0 }));

    /// <exception cref="RefusedException">It is not known where the service is.</exception>
    public AwsJsonClient Client(AwsJsonService service) => Own.Contains(service) || IsOneMachine
        ? new AwsJsonClient(_http, UrlOf(service), service, _aws.Region!, _keys, TimeProvider.System)
        : _aws.Client(service);

    /// <summary>What a service that speaks REST answers when something of it is looked at.</summary>
    /// <param name="service">Its name in AWS, as in its host and in signatures.</param>
    /// <param name="path">What is looked at.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<(HttpStatusCode Status, string Body)> LookAsync(string service, string path, CancellationToken stop)
    {
        var root = IsOneMachine ? _given! : new Uri(_aws.SetEndpoint(service.ToUpperInvariant()) ?? $"https://{service}.{_aws.Region}.amazonaws.com/");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(root, path));
        new RequestSigner(await _keys.GetAsync(stop), _aws.Region!, service).Sign(request, [], TimeProvider.System.GetUtcNow());
        using var response = await _http.SendAsync(request, stop);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(stop));
    }

    /// <summary>What CodeArtifact answers a request: its status, the name of its error if it is one, and its body.</summary>
    /// <param name="method">HTTP's.</param>
    /// <param name="path">The operation's path with its query.</param>
    /// <param name="body">JSON; null for none.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RefusedException">It is not known where it is.</exception>
    public async Task<(HttpStatusCode Status, string? Error, string Body)> AskPackagesAsync(HttpMethod method, string path, string? body, CancellationToken stop)
    {
        var root = IsOneMachine ? _given! : _aws.SetEndpoint(Packages.ToUpperInvariant()) is { } own ? Checked("AWS_ENDPOINT_URL_CODEARTIFACT", own) : _given is null
            ? throw new RefusedException("It is not known where codeartifact is: set AWS_ENDPOINT_URL_CODEARTIFACT to the stack's output for it.")
            : _given;
        using var request = new HttpRequestMessage(method, new Uri(root, path));
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        new RequestSigner(await _keys.GetAsync(stop), _aws.Region!, Packages).Sign(request, body is null ? [] : Encoding.UTF8.GetBytes(body), TimeProvider.System.GetUtcNow());
        using var response = await _http.SendAsync(request, stop);
        var error = response.Headers.TryGetValues("x-amzn-errortype", out var names) ? names.First().Split(':')[0] : null;
        return (response.StatusCode, error, await response.Content.ReadAsStringAsync(stop));
    }

    /// <summary>Where a service is asked, for people.</summary>
    public string Text(AwsJsonService service) =>
        (IsOneMachine ? _given!.GetLeftPart(UriPartial.Authority) : null) ?? _aws.SetEndpoint(service.EndpointName) ?? _given?.ToString() ?? service.SigningName;

    /// <summary>What may help with an error.</summary>
    public string Hint(AwsErrorException e) => e.Code is "UnrecognizedClientException" or "InvalidSignatureException" && _isFolders
        ? $" (the key is that of AWS_ACCESS_KEY_ID, AWS_PROFILE or AWS_SHARED_CREDENTIALS_FILE; without them it is the administrator's of {_data})"
        : "";

    private Uri UrlOf(AwsJsonService service)
    {
        var own = _aws.SetEndpoint(service.EndpointName);
        return IsOneMachine || (_given is not null && (own is null || service == SuiteServices.CodePipeline)) ? _given!
            : own is not null ? Checked($"AWS_ENDPOINT_URL_{service.EndpointName}", own)
            : throw new RefusedException($"It is not known where {service.SigningName} is: set AWS_ENDPOINT_URL_{service.EndpointName} to the stack's output for it.");
    }

    private static Uri UrlOf(string data) => DataFolder.UrlOf(data)
        ?? throw new RefusedException($"No suite runs on {data}: start 'sluice serve', or name one that runs with --data, --endpoint or AWS_ENDPOINT_URL_CODEPIPELINE.");

    private static Uri Checked(string name, string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        ? url
        : throw new UsageException($"{name} {text}: expected a URL such as http://127.0.0.1:8080.");

    private static FixedKeys? KeysOf(string data)
    {
        var file = Path.Combine(data, "credentials");
        return File.Exists(file) && CredentialsText.Read(File.ReadAllText(file)) is { } key ? new FixedKeys(new AwsKeys(key.AccessKeyId, key.SecretAccessKey, null)) : null;
    }
}
