using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Sluice.Local.Tests.Architecture.Reading;

/// <summary>
/// What an assembly's metadata and code say of who uses whom. A constant of another type is not seen: the compiler writes its value.
/// </summary>
public sealed record CompiledAssembly(string Name, IReadOnlyList<string> References, IReadOnlyList<TypeUse> Uses)
{
    /// <summary>Reads the assembly with this simple name, which lies beside the tests.</summary>
    public static CompiledAssembly Beside(string name) => Read(Path.Combine(AppContext.BaseDirectory, $"{name}.dll"));

    public static CompiledAssembly Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        var references = metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name));
        var uses = metadata.TypeDefinitions.SelectMany(t => new TypeReading(file, metadata, t).Uses()).Distinct().Where(u => u.User != u.Used);
        return new(metadata.GetString(metadata.GetAssemblyDefinition().Name), [.. references], [.. uses]);
    }
}
