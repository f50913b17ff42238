using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud;

/// <summary>Shapes of the AWS SDK as Step Functions reads and writes them: PascalCase, absent members left out.</summary>
internal static class AwsJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The call's parameters as a shape. A member that no shape here has is refused rather than passed over, because it would have changed the outcome in AWS.</summary>
    public static T Read<T>(TaskCall call, string refusal)
        where T : class
    {
        try
        {
            return call.Parameters.Deserialize<T>(Options) ?? throw new TaskFailedException(refusal, $"{call.StateName} gave no parameters.");
        }
        catch (JsonException e)
        {
            throw new TaskFailedException(refusal, $"The parameters of {call.StateName} do not fit {call.Resource} as this machine serves it: {e.Message}");
        }
    }

    public static JsonNode Write<T>(T shape) => JsonSerializer.SerializeToNode(shape, Options)!;

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,

            // Query clients send text only.
            NumberHandling = JsonNumberHandling.AllowReadingFromString,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new AwsTimeConverter());
        options.Converters.Add(new AwsFlagConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
