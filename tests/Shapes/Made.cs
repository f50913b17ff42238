using System.Runtime.Loader;
using System.Text.Json;
using Sluice.Platform.Json;

namespace Sluice.Shapes.Tests;

/// <summary>Generated shapes, compiled and loaded.</summary>
internal sealed class Made : IDisposable
{
    private readonly AssemblyLoadContext _context = new("made", isCollectible: true);
    private readonly System.Reflection.Assembly _assembly;

    private Made(Stream image) => _assembly = _context.LoadFromStream(image);

    public static Made Of(Generation generation)
    {
        generation.Faults().ShouldBeEmpty();
        using var image = new MemoryStream();
        generation.Compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success.ShouldBeTrue();
        image.Position = 0;
        return new Made(image);
    }

    public object Read(string structure, string json) =>
        JsonSerializer.Deserialize(json, _assembly.GetTypes().Single(type => type.Name == structure), Options()).ShouldNotBeNull();

    public string Write(object value) => JsonSerializer.Serialize(value, value.GetType(), Options());

    public void Dispose() => _context.Unload();

    // The suite's own would keep the assembly for ever.
    private static JsonSerializerOptions Options() => new(SluiceJson.Options);
}
