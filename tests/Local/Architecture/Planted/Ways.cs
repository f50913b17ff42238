#pragma warning disable MA0048, CA1812, CA1822, MA0053 // One file holds them all: each is a way to use another type, and nothing calls them.

namespace Sluice.Local.Tests.Architecture.Planted;

public class TargetException : Exception
{
    public static int Number { get; set; }

    public static T Make<T>() => default!;
}

[AttributeUsage(AttributeTargets.All)]
internal sealed class NamesTypeAttribute(params Type[] types) : Attribute
{
    public Type[] Types => types;
}

internal sealed class ByBase : TargetException;

internal sealed class ByField
{
    public TargetException? Held = new();
}

internal sealed class ByProperty
{
    public TargetException? Held { get; set; }
}

internal sealed class ByParameter
{
    public void Take(TargetException target) => _ = target;
}

internal sealed class ByGenericArgument
{
    public IReadOnlyList<KeyValuePair<string, TargetException[]>> Held { get; } = [];
}

internal sealed class ByGenericMethod
{
    public object Make() => Array.Empty<TargetException>();
}

internal sealed class ByConstraint<T>
    where T : TargetException
{
    public T? Held { get; set; }
}

internal sealed class ByStaticMember
{
    public int Read() => TargetException.Number;
}

internal sealed class ByTypeOf
{
    public string Read() => typeof(TargetException).Name;
}

internal sealed class ByCatch
{
    public void Run(Action action)
    {
        try
        {
            action();
        }
        catch (TargetException)
        {
            action();
        }
    }
}

internal sealed class ByLambda
{
    public Func<object, bool> Make(int least) => value => value is TargetException && least > 0;
}

internal sealed class ByAsync
{
    public async Task<bool> RunAsync(Task<object> task) => await task is TargetException;
}

internal sealed class ByIterator
{
    public IEnumerable<object> Each()
    {
        yield return 1;
        yield return new TargetException();
    }
}

internal sealed class ByNested
{
    private sealed class Inner
    {
        public TargetException? Held { get; set; }
    }
}

[NamesType(typeof(string), typeof(TargetException))]
internal sealed class ByAttribute;

internal sealed class BySwitch
{
    public int Read(int number) => number switch { 0 => 7, 1 => 5, 2 => 9, 3 => 1, 4 => TargetException.Number, _ => 0 };
}

internal sealed class ByNoWay
{
    public string Name => nameof(TargetException);
}
