using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Sluice.Lambdas.Tests.Rights;

/// <summary>Reads which methods the code of a method names: those that it calls, and those that it makes delegates of.</summary>
internal static class MethodBodies
{
    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<MethodBase> Read(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? BinaryPrimitives.ReadInt16BigEndian(code.AsSpan(at)) : code[at];
            var operation = Codes[value];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineMethod)
            {
                yield return Resolve(method, BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at)));
            }

            at += SizeOf(operation.OperandType, code, at);
        }
    }

    private static MethodBase Resolve(MethodBase method, int token) => method.Module.ResolveMethod(
        token,
        method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
        method.IsGenericMethod ? method.GetGenericArguments() : null)!;

    private static int SizeOf(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };
}
