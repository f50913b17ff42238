using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>Collects each type that a token, a signature or an attribute's text names, as the outermost type that holds it.</summary>
internal sealed class NamedTypes(MetadataReader metadata) : ISignatureTypeProvider<string?, string?>
{
    private readonly string _assembly = metadata.GetString(metadata.GetAssemblyDefinition().Name);
    private readonly HashSet<TypeName> _found = [];

    public IEnumerable<TypeName> Found => _found;

    public void Add(EntityHandle token)
    {
        if (token.IsNil) return;
        switch (token.Kind)
        {
            case HandleKind.TypeDefinition: _found.Add(Outermost((TypeDefinitionHandle)token)); break;
            case HandleKind.TypeReference: _found.Add(Outermost((TypeReferenceHandle)token)); break;
            case HandleKind.TypeSpecification: metadata.GetTypeSpecification((TypeSpecificationHandle)token).DecodeSignature(this, genericContext: null); break;
            case HandleKind.MethodDefinition: Add(metadata.GetMethodDefinition((MethodDefinitionHandle)token).GetDeclaringType()); break;
            case HandleKind.FieldDefinition: Add(metadata.GetFieldDefinition((FieldDefinitionHandle)token).GetDeclaringType()); break;
            case HandleKind.MemberReference: Add(metadata.GetMemberReference((MemberReferenceHandle)token).Parent); break;
            case HandleKind.MethodSpecification: AddGeneric(metadata.GetMethodSpecification((MethodSpecificationHandle)token)); break;
        }
    }

    /// <summary>Adds the type of a name as attributes write it: <c>Space.Outer+Inner, Assembly, Version=…</c>, in this assembly if none is said.</summary>
    public void AddSerialized(string name)
    {
        var parts = name.Split('[', 2)[0].Split(',', StringSplitOptions.TrimEntries);
        var outer = parts[0].Split('+')[0];
        var dot = outer.LastIndexOf('.');
        _found.Add(new(parts.ElementAtOrDefault(1) is { Length: > 0 } assembly ? assembly : _assembly, dot < 0 ? "" : outer[..dot], outer[(dot + 1)..]));
    }

    public TypeName Outermost(TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(outer) : new(_assembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private TypeName Outermost(TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference) return Outermost((TypeReferenceHandle)type.ResolutionScope);
        var assembly = type.ResolutionScope.Kind == HandleKind.AssemblyReference ? metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) : _assembly;
        return new(assembly, metadata.GetString(type.Namespace), metadata.GetString(type.Name));
    }

    private void AddGeneric(MethodSpecification method)
    {
        Add(method.Method);
        method.DecodeSignature(this, genericContext: null);
    }

    public string? GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => Noted(handle);
    public string? GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => Noted(handle);
    public string? GetTypeFromSpecification(MetadataReader reader, string? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) => Noted(handle);
    public string? GetArrayType(string? elementType, ArrayShape shape) => null;
    public string? GetByReferenceType(string? elementType) => null;
    public string? GetFunctionPointerType(MethodSignature<string?> signature) => null;
    public string? GetGenericInstantiation(string? genericType, ImmutableArray<string?> typeArguments) => null;
    public string? GetGenericMethodParameter(string? genericContext, int index) => null;
    public string? GetGenericTypeParameter(string? genericContext, int index) => null;
    public string? GetModifiedType(string? modifier, string? unmodifiedType, bool isRequired) => null;
    public string? GetPinnedType(string? elementType) => null;
    public string? GetPointerType(string? elementType) => null;
    public string? GetPrimitiveType(PrimitiveTypeCode typeCode) => null;
    public string? GetSZArrayType(string? elementType) => null;

    private string? Noted(EntityHandle handle)
    {
        Add(handle);
        return null;
    }
}
