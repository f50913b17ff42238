using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Platform.Accounts;
using Sluice.Platform.Actions;
using Sluice.Platform.Objects;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>Reads an action's <c>ParameterOverrides</c>, which may name values in its artifacts (<c>Fn::GetParam</c>) and where these are (<c>Fn::GetArtifactAtt</c>).</summary>
internal sealed class StackParameters(ActionArtifacts artifacts, SuiteAccount account)
{
    /// <summary>CodePipeline's bound.</summary>
    public const int MostBytes = 1024;

    private const int MostFile = 1 << 20;

    /// <exception cref="ArtifactException">They cannot be read; of each it is told why.</exception>
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(ActionRequest request, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var faults = new List<string>();
        foreach (var (name, value) in Parse(request.Configuration.GetValueOrDefault("ParameterOverrides")))
        {
            try
            {
                values[name] = StackTexts.Of(value) ?? await ValueAsync(request, value, cancellationToken);
            }
            catch (ArtifactException e)
            {
                faults.Add($"{name}: {e.Message}");
            }
        }

        return faults.Count == 0 ? values : throw new ArtifactException($"ParameterOverrides cannot be used. {string.Join(" ", faults)}");
    }

    /// <summary>Where S3 answers for the object.</summary>
    public string Url(ObjectRef at) =>
        $"https://{at.Bucket}.s3.{account.Region}.{(account.Region.StartsWith("cn-", StringComparison.Ordinal) ? "amazonaws.com.cn" : "amazonaws.com")}/{string.Join('/', at.Key.Split('/').Select(Uri.EscapeDataString))}";

    private static JsonObject Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        if (Encoding.UTF8.GetByteCount(text) > MostBytes)
        {
            throw new ArtifactException($"ParameterOverrides are more than {MostBytes} bytes: put them into a template configuration.");
        }

        try
        {
            return JsonNode.Parse(text) as JsonObject ?? throw new ArtifactException("ParameterOverrides are no JSON map.");
        }
        catch (JsonException e)
        {
            throw new ArtifactException($"ParameterOverrides are no JSON: {e.Message}");
        }
    }

    private Task<string> ValueAsync(ActionRequest request, JsonNode? value, CancellationToken cancellationToken) => value switch
    {
        JsonObject { Count: 1 } map when Texts(map["Fn::GetParam"]) is [var artifact, var file, var key] => ParamAsync(request, artifact, file, key, cancellationToken),
        JsonObject { Count: 1 } map when Texts(map["Fn::GetArtifactAtt"]) is [var artifact, var attribute] => AttributeAsync(request, artifact, attribute, cancellationToken),
        _ => throw new ArtifactException("""A text, {"Fn::GetParam": [ARTIFACT, FILE, KEY]} or {"Fn::GetArtifactAtt": [ARTIFACT, ATTRIBUTE]} was expected."""),
    };

    private async Task<string> ParamAsync(ActionRequest request, string artifact, string file, string key, CancellationToken cancellationToken)
    {
        var content = await artifacts.ReadFileAsync(request, artifact, file, MostFile, cancellationToken);
        try
        {
            return StackTexts.Of((JsonNode.Parse(content) as JsonObject)?[key]) ?? throw new ArtifactException($"'{file}' in the artifact '{artifact}' has no text '{key}'.");
        }
        catch (JsonException e)
        {
            throw new ArtifactException($"'{file}' in the artifact '{artifact}' is no JSON: {e.Message}");
        }
    }

    private async Task<string> AttributeAsync(ActionRequest request, string artifact, string attribute, CancellationToken cancellationToken)
    {
        var zip = (await artifacts.ManifestAsync(request, artifact, cancellationToken)).Zip?.Location ?? throw new ArtifactException($"The artifact '{artifact}' is a commit and no files.");
        return attribute switch
        {
            "BucketName" => zip.Bucket,
            "ObjectKey" => zip.Key,
            "URL" => Url(zip),
            _ => throw new ArtifactException($"'{attribute}' is no attribute of an artifact: BucketName, ObjectKey or URL was expected."),
        };
    }

    private static string[]? Texts(JsonNode? list) => list is JsonArray array && array.All(item => item?.GetValueKind() == JsonValueKind.String) ? [.. array.Select(item => item!.GetValue<string>())] : null;
}
