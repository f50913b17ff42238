using System.Reflection;
using System.Runtime.CompilerServices;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>
/// Finds the calls of AWS's clients that a method can come to, by reading the compiled code: a call of an interface may come to every class of the suite that has it. Nothing that
/// is called is missed; what is found may be more.
/// </summary>
internal sealed class CallGraph
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private readonly Dictionary<MethodBase, IReadOnlyList<MethodBase>> _calls = [];
    private readonly ILookup<string, MethodBase> _virtuals;
    private readonly HashSet<Assembly> _ours;

    /// <param name="root">Where it begins.</param>
    /// <param name="without">Assemblies that are not reached, by their names.</param>
    public CallGraph(Assembly root, params IReadOnlyList<string> without)
    {
        _ours = [root, .. root.GetReferencedAssemblies().Where(name => name.Name!.StartsWith("Sluice.", StringComparison.Ordinal) && !without.Contains(name.Name)).Select(Assembly.Load)];
        _virtuals = _ours.SelectMany(assembly => assembly.GetTypes()).SelectMany(type => type.GetMethods(All)).Where(method => method.IsVirtual)
            .ToLookup(method => method.Name[(method.Name.LastIndexOf('.') + 1)..], MethodBase (method) => method, StringComparer.Ordinal);
    }

    /// <summary>What is called from a method and whatever it calls.</summary>
    public IReadOnlySet<SdkCall> From(MethodInfo entry)
    {
        var seen = new HashSet<MethodBase> { entry };
        var found = new HashSet<SdkCall>();
        var next = new Stack<MethodBase>(seen);
        while (next.TryPop(out var method))
        {
            foreach (var called in CalledBy(method))
            {
                if (ClientOf(called) is { } client)
                {
                    found.Add(new SdkCall(client, called.Name, called.GetParameters()[0].ParameterType.Name));
                }
                else if (seen.Add(called))
                {
                    next.Push(called);
                }
            }
        }

        return found;
    }

    private static string? ClientOf(MethodBase method) =>
        method.DeclaringType is { IsInterface: true, Namespace: { } space, Name: { } name } && space.StartsWith("Amazon.", StringComparison.Ordinal)
        && name.StartsWith("IAmazon", StringComparison.Ordinal) && method.GetParameters().Length > 0 ? name : null;

    private IReadOnlyList<MethodBase> CalledBy(MethodBase method)
    {
        if (!_calls.TryGetValue(method, out var calls))
        {
            _calls[method] = calls = [.. References(method).SelectMany(Targets).Distinct()];
        }

        return calls;
    }

    private IEnumerable<MethodBase> References(MethodBase method)
    {
        // The body of an async method or an iterator is in a class of its own.
        var states = method.GetCustomAttribute<StateMachineAttribute>()?.StateMachineType.GetMethods(All) ?? [];
        return states.Concat(MethodBodies.Read(method));
    }

    /// <summary>Where a call may come to: itself, and what overrides it, in our code; the initializer of its class is run before.</summary>
    private IEnumerable<MethodBase> Targets(MethodBase called)
    {
        if (ClientOf(called) is not null)
        {
            return [called];
        }

        var overriding = called.IsVirtual ? _virtuals[called.Name].Where(method => Overrides(method, called)) : [];
        return _ours.Contains(called.Module.Assembly)
            ? [Definition(called), .. overriding, .. called.DeclaringType!.GetConstructors(BindingFlags.Static | BindingFlags.NonPublic)]
            : [];
    }

    private static bool Overrides(MethodBase method, MethodBase called) =>
        method.GetParameters().Length == called.GetParameters().Length && KindsOf(method.DeclaringType!).Contains(Definition(called.DeclaringType!));

    /// <summary>A class, those that it is made of and the interfaces that it has.</summary>
    private static HashSet<Type> KindsOf(Type type)
    {
        var kinds = type.GetInterfaces().Select(Definition).ToHashSet();
        for (var one = type; one is not null; one = one.BaseType)
        {
            kinds.Add(Definition(one));
        }

        return kinds;
    }

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>Of a generic method or class: the one that has the code.</summary>
    private static MethodBase Definition(MethodBase method) => method.Module.ResolveMethod(method.MetadataToken)!;
}
