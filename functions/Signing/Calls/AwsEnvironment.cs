namespace Sluice.Signing.Calls;

/// <summary>What a program's environment says of AWS, by the variables that AWS's own tools read.</summary>
/// <param name="variables">The environment.</param>
/// <param name="http">For calls of the container's endpoint.</param>
/// <param name="time">The clock.</param>
public sealed class AwsEnvironment(IReadOnlyDictionary<string, string> variables, HttpClient http, TimeProvider time)
{
    private const string ContainerHost = "http://169.254.170.2";

    /// <summary>Null if it says none.</summary>
    public string? Region => Get("AWS_REGION") ?? Get("AWS_DEFAULT_REGION");

    /// <summary>Keys of variables, else those of the container's role; null if there is neither.</summary>
    public IKeySource? Keys() => (Get("AWS_ACCESS_KEY_ID"), Get("AWS_SECRET_ACCESS_KEY")) is ({ } id, { } secret)
        ? new FixedKeys(new AwsKeys(id, secret, Get("AWS_SESSION_TOKEN")))
        : ContainerEndpoint() is { } endpoint ? new ContainerKeys(http, endpoint, Authorization(), time) : null;

    /// <summary>A client of a service that speaks AWS's JSON protocol.</summary>
    /// <param name="service">Which.</param>
    /// <exception cref="InvalidOperationException">The environment does not say enough.</exception>
    public AwsJsonClient Client(AwsJsonService service)
    {
        var region = Region ?? throw new InvalidOperationException("no Region is set; expected AWS_REGION");
        var keys = Keys() ?? throw new InvalidOperationException("there are no AWS credentials; expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or those of a container's role");
        return new AwsJsonClient(http, Endpoint(service.EndpointName, service.Host, region), service, region, keys, time);
    }

    /// <summary>The endpoint that is set, of this service or of all.</summary>
    public string? SetEndpoint(string name) => Get($"AWS_ENDPOINT_URL_{name}") ?? Get("AWS_ENDPOINT_URL");

    private Uri Endpoint(string name, string host, string region) =>
        new(SetEndpoint(name) ?? $"https://{host}.{region}.amazonaws.com{(region.StartsWith("cn-", StringComparison.Ordinal) ? ".cn" : "")}/");

    private Uri? ContainerEndpoint() =>
        Get("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is { } relative ? new Uri(ContainerHost + relative)
        : Get("AWS_CONTAINER_CREDENTIALS_FULL_URI") is { } full ? new Uri(full) : null;

    private string? Authorization() => Get("AWS_CONTAINER_AUTHORIZATION_TOKEN") is { } token ? token
        : Get("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") is { } file && File.Exists(file) ? File.ReadAllText(file).Trim() : null;

    private string? Get(string name) => variables.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
