/** One group a line. */
export const spanish = `
eliminar, borrar, quitar
cancelar, anular, dar de baja
iniciar sesión, entrar, acceder, login
cerrar sesión, salir
registrarse, crear cuenta
contraseña, clave
cuenta, perfil
usuario, miembro
factura, recibo
pago, pagar, cobro
precio, coste, tarifa
suscripción, plan
reembolso, devolución
correo, email, e mail
notificación, aviso, alerta
cambiar, editar, modificar
configurar, instalar
ajustes, configuración, preferencias
crear, añadir, agregar
activar, habilitar
desactivar, deshabilitar
error, problema, fallo, no funciona
descargar, exportar
subir, importar
recuperar, restaurar
buscar, encontrar
imagen, foto
pantalla, monitor
ordenador, computadora
móvil, teléfono, celular
archivo, fichero, documento
`
