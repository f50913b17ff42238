using System.Reflection.Metadata;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>The types that an attribute's arguments give by name, such as <c>typeof(Plan)</c> in <c>[JsonDerivedType(typeof(Plan))]</c>: text in the metadata, not a token.</summary>
internal static class AttributeTypes
{
    public static IEnumerable<string> Of(CustomAttribute attribute)
    {
        try
        {
            var value = attribute.DecodeValue(new Names());
            return [.. value.FixedArguments.Select(a => (a.Type, a.Value)).Concat(value.NamedArguments.Select(a => (a.Type, a.Value))).SelectMany(a => In(a.Type, a.Value))];
        }
        catch (BadImageFormatException)
        {
            return []; // An enum of another assembly as an argument: its width is not known here, and its type is named by the constructor.
        }
    }

    private static IEnumerable<string> In(string type, object? value) => value switch
    {
        string name when type == Names.SystemType => [name],
        System.Collections.Immutable.ImmutableArray<CustomAttributeTypedArgument<string>> items => items.SelectMany(i => In(i.Type, i.Value)),
        _ => [],
    };

    private sealed class Names : ICustomAttributeTypeProvider<string>
    {
        public const string SystemType = "System.Type";

        public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();
        public string GetSystemType() => SystemType;
        public string GetSZArrayType(string elementType) => $"{elementType}[]";
        public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Full(reader, reader.GetTypeDefinition(handle).Namespace, reader.GetTypeDefinition(handle).Name);
        public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Full(reader, reader.GetTypeReference(handle).Namespace, reader.GetTypeReference(handle).Name);
        public string GetTypeFromSerializedName(string name) => name;
        public PrimitiveTypeCode GetUnderlyingEnumType(string type) => PrimitiveTypeCode.Int32;
        public bool IsSystemType(string type) => type == SystemType;

        private static string Full(MetadataReader reader, StringHandle space, StringHandle name) => $"{reader.GetString(space)}.{reader.GetString(name)}";
    }
}
