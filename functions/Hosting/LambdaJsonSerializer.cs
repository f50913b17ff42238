using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Core;

namespace Sluice.Hosting;

/// <summary>
/// The payloads' JSON: camelCase out, any case in, absent members left out, enums by name and by nothing else, unknown members ignored. The same rules as the suite's
/// documents have, whichever Lambda packages it is built on.
/// </summary>
public sealed class LambdaJsonSerializer : ILambdaSerializer
{
    /// <summary>The one set of options; frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <inheritdoc/>
    public T Deserialize<T>(Stream requestStream) => JsonSerializer.Deserialize<T>(requestStream, Options)!;

    /// <inheritdoc/>
    public void Serialize<T>(T response, Stream responseStream) => JsonSerializer.Serialize(responseStream, response, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
