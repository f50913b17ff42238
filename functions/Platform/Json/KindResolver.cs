using System.Reflection;
using System.Text.Json.Serialization.Metadata;

namespace Sluice.Platform.Json;

/// <summary>Tells the serializer the classes of closed hierarchies.</summary>
internal static class KindResolver
{
    public static void Modify(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object || type.Type.GetCustomAttribute<KindsAttribute>(inherit: false) is null)
        {
            return;
        }

        type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = KindsAttribute.Member };
        foreach (var derived in type.Type.Assembly.GetTypes().Where(candidate => candidate.IsSubclassOf(type.Type) && !candidate.IsAbstract))
        {
            type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(derived, NameOf(derived)));
        }
    }

    private static string NameOf(Type derived) =>
        derived.GetCustomAttribute<KindAttribute>()?.Name
        ?? throw new InvalidOperationException($"{derived} derives from a class with [Kinds], and has no [Kind] that names it in JSON.");
}
