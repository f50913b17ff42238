using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Platform.Json;

/// <summary>How the suite writes and reads JSON: camelCase out, any case in, absent members left out, enums by name and by nothing else, unknown members ignored.</summary>
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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KindResolver.Modify } },
            // A table need not keep the order of members.
            AllowOutOfOrderMetadataProperties = true,
        };
        options.Converters.Add(new EnumConverters());
        options.Converters.Add(new StreamedMember());
        options.MakeReadOnly();
        return options;
    }
}
