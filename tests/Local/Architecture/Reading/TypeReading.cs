using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>Reads everything that one type definition names: base, interfaces, attributes, constraints, members, and what the methods' code touches.</summary>
internal sealed class TypeReading(PEReader file, MetadataReader metadata, TypeDefinitionHandle handle)
{
    private readonly NamedTypes _named = new(metadata);

    public IEnumerable<TypeUse> Uses()
    {
        var type = metadata.GetTypeDefinition(handle);
        _named.Add(type.BaseType);
        Each(type.GetInterfaceImplementations(), i => _named.Add(metadata.GetInterfaceImplementation(i).Interface));
        Generics(type.GetGenericParameters());
        Attributes(type.GetCustomAttributes());
        Each(type.GetFields(), f => Field(metadata.GetFieldDefinition(f)));
        Each(type.GetProperties(), p => Attributes(metadata.GetPropertyDefinition(p).GetCustomAttributes()));
        Each(type.GetEvents(), e => Attributes(metadata.GetEventDefinition(e).GetCustomAttributes()));
        Each(type.GetMethods(), m => Method(metadata.GetMethodDefinition(m)));
        var user = _named.Outermost(handle);
        return _named.Found.Select(used => new TypeUse(user, used));
    }

    private void Field(FieldDefinition field)
    {
        field.DecodeSignature(_named, genericContext: null);
        Attributes(field.GetCustomAttributes());
    }

    private void Method(MethodDefinition method)
    {
        method.DecodeSignature(_named, genericContext: null);
        Attributes(method.GetCustomAttributes());
        Generics(method.GetGenericParameters());
        Each(method.GetParameters(), p => Attributes(metadata.GetParameter(p).GetCustomAttributes()));
        if (method.RelativeVirtualAddress != 0) Body(file.GetMethodBody(method.RelativeVirtualAddress));
    }

    private void Body(MethodBodyBlock body)
    {
        if (!body.LocalSignature.IsNil) metadata.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(_named, genericContext: null);
        Each(body.ExceptionRegions, r => _named.Add(r.CatchType));
        Each(CodeTokens.In(body.GetILReader()), _named.Add);
    }

    private void Generics(GenericParameterHandleCollection parameters) => Each(parameters, p =>
    {
        var parameter = metadata.GetGenericParameter(p);
        Attributes(parameter.GetCustomAttributes());
        Each(parameter.GetConstraints(), c => _named.Add(metadata.GetGenericParameterConstraint(c).Type));
    });

    private void Attributes(CustomAttributeHandleCollection attributes) => Each(attributes, a =>
    {
        var attribute = metadata.GetCustomAttribute(a);
        _named.Add(attribute.Constructor);
        Each(AttributeTypes.Of(attribute), _named.AddSerialized);
    });

    private static void Each<T>(IEnumerable<T> items, Action<T> action)
    {
        foreach (var item in items) action(item);
    }
}
