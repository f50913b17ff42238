using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sluice.Platform.Json;

/// <summary>How the suite writes and reads JSON: camelCase out, any case in, absent members left out, enums by name, unknown members ignored.</summary>
public static class SluiceJson
{
    /// <summary>The one set of options; frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            NumberHandling = JsonNumberHandling.Strict,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new StreamedMember());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
